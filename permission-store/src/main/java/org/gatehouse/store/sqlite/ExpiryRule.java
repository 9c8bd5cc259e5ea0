package org.gatehouse.store.sqlite;

import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;

/// Whether the time of a grant is over. Pure.
///
/// No clock can be trusted alone: that on the wall may be set, that of the machine ends with it.
/// Whichever says so first ends a grant, since it is better to ask once more than to allow for
/// longer than the person said.
final class ExpiryRule {

    private ExpiryRule() {}

    /// @param latest the latest time in the ledger
    /// @param bus the GUID of the bus of this login session
    static boolean isOver(Lifespan lifespan, Made made, Moment now, long latest, String bus) {
        return switch (lifespan) {
            case Lifespan.Session(var itsBus) -> !itsBus.equals(bus);
            case Lifespan.Until(var end) ->
                    now.isSameBoot(made.moment())
                            ? now.time() >= end || hasRun(made.moment(), now) >= left(made, end)
                            : now.time() < made.moment().time()
                                    || Math.max(now.time(), newer(latest, made)) >= end;
            case Lifespan.WhileInUse(), Lifespan.Always() -> false;
        };
    }

    /// How many seconds the machine has run since then.
    private static long hasRun(Moment then, Moment now) {
        return (now.sinceBoot() - then.sinceBoot()) / 1000;
    }

    private static long left(Made made, long end) {
        return end - made.moment().time();
    }

    /// The latest time that the ledger has seen since. What it had seen before, when the clock was
    /// far ahead for a moment, says nothing.
    private static long newer(long latest, Made made) {
        return latest > made.seenTime() ? latest : 0;
    }
}
