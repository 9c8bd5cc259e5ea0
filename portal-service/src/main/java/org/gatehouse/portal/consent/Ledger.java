package org.gatehouse.portal.consent;

import java.util.Optional;
import org.gatehouse.catalogue.PermissionClass;

/// Where it is written down what was asked, decided and used. Returns at once, in order.
@FunctionalInterface
public interface Ledger {

    void record(Event event);

    /// One thing that happened.
    ///
    /// @param key empty for a caller that could not be identified
    /// @param text for the person; never a position or a path
    record Event(Kind kind, PermissionClass resource, Optional<GrantKey> key, String text) {}

    /// The kinds that are not written together with a decision.
    enum Kind {
        ASKED,
        GRANTED,
        DENIED,
        DISMISSED,
        CHANGED,
        STOPPED,
        STARTED,
        RAN,
        USED,
        PAUSED,
        RESUMED,
        REVOKED
    }
}
