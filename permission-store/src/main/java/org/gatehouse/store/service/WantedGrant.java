package org.gatehouse.store.service;

import java.time.InstantSource;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Lifespan;

/// What a settings app wants to hold: the dictionary of `Permissions1.Set`, checked.
///
/// @param rank of the level that is allowed, 0 for a refusal
record WantedGrant(Wish wish, int rank, Lifespan lifespan) {

    /// What is to happen.
    enum Wish {
        ALLOW,
        DENY,
        ASK
    }

    /// A refusal until it is taken back.
    static final WantedGrant NO = new WantedGrant(Wish.DENY, 0, new Lifespan.Always());

    /// Reads the keys `verdict`, `level`, `lifespan` and `until`.
    ///
    /// @param bus the GUID of the bus, which names the login session
    /// @throws PortalException `InvalidArgument`, naming the key that is wrong
    static WantedGrant of(
            Details given, PermissionClass permission, InstantSource clock, String bus) {
        var wish = wish(given.text("verdict", ""));
        int rank = wish == Wish.ALLOW ? rank(given.text("level", ""), permission) : 0;
        return new WantedGrant(wish, rank, lifespan(given, permission, clock, bus));
    }

    private static Wish wish(String word) {
        return switch (word) {
            case "allow" -> Wish.ALLOW;
            case "deny" -> Wish.DENY;
            case "ask" -> Wish.ASK;
            default -> throw PortalException.invalidArgument("verdict is allow, deny or ask");
        };
    }

    private static int rank(String level, PermissionClass permission) {
        if (level.isEmpty()) {
            return permission.highest();
        }
        return permission
                .rankOfChoice(level)
                .orElseThrow(() -> PortalException.invalidArgument("level is none of the class"));
    }

    private static Lifespan lifespan(
            Details given, PermissionClass permission, InstantSource clock, String bus) {
        var word = given.text(Details.LIFESPAN);
        if (word.isEmpty()) {
            return new Lifespan.Always();
        }
        var chosen =
                org.gatehouse.catalogue.Lifespan.ofChoice(word.get())
                        .filter(permission.handling().lifespans()::contains)
                        .orElseThrow(() ->
                                PortalException.invalidArgument(
                                        "lifespan is none that the class offers"));
        return switch (chosen) {
            case ONCE ->
                    throw PortalException.invalidArgument(
                            "lifespan once is for a request, not for a grant");
            case SESSION -> new Lifespan.Session(bus);
            case UNTIL -> until(given.number(Details.UNTIL), clock);
            case WHILE_IN_USE -> new Lifespan.WhileInUse();
            case ALWAYS -> new Lifespan.Always();
        };
    }

    private static Lifespan until(long time, InstantSource clock) {
        if (time <= clock.millis() / 1000) {
            throw PortalException.invalidArgument("until is not in the future");
        }
        return new Lifespan.Until(time);
    }
}
