package org.gatehouse.store;

import java.util.Locale;
import org.gatehouse.protocol.PortalException;

/// Finds the member of a closed set by its word on the bus.
final class Words {

    private Words() {}

    static <E extends Enum<E>> E find(E[] members, String word, String what) {
        for (var member : members) {
            if (member.name().toLowerCase(Locale.ROOT).equals(word)) {
                return member;
            }
        }
        throw PortalException.invalidArgument("not a " + what);
    }
}
