package org.gatehouse.store;

import org.gatehouse.protocol.PortalException;

/// How long a grant holds. What is allowed only once is never kept.
public sealed interface Lifespan {

    /// Until the person logs out, which is when the bus of the login session ends.
    ///
    /// Named by its bus.
    ///
    /// @param bus the GUID of the bus
    record Session(String bus) implements Lifespan {}

    /// Until a time of the wall clock.
    ///
    /// @param time seconds since the epoch
    record Until(long time) implements Lifespan {

        /// A time is after the epoch.
        ///
        /// @throws PortalException `InvalidArgument` if `time` is not after the epoch
        public Until {
            if (time <= 0) {
                throw PortalException.invalidArgument("not a time");
            }
        }
    }

    /// For as long as the person uses the app, today and on any day. The portal looks at that; here
    /// it is never over by itself.
    record WhileInUse() implements Lifespan {}

    record Always() implements Lifespan {}

    /// The lifespan that a word names.
    ///
    /// @param word `session`, `until`, `while-in-use` or `always`
    /// @param until seconds since the epoch, for `until`
    /// @throws PortalException `InvalidArgument` for another word, or a time that is none
    static Lifespan of(String word, long until, String bus) {
        return switch (word) {
            case "session" -> new Session(bus);
            case "until" -> new Until(until);
            case "while-in-use" -> new WhileInUse();
            case "always" -> new Always();
            default -> throw PortalException.invalidArgument("not a lifespan");
        };
    }

    /// The word on the bus and in the database.
    default String word() {
        return switch (this) {
            case Session _ -> "session";
            case Until _ -> "until";
            case WhileInUse _ -> "while-in-use";
            case Always _ -> "always";
        };
    }
}
