package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.gatehouse.store.Author;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Moment;
import org.gatehouse.store.Write;
import org.gatehouse.store.WriteRule;

/// Finds grants that nobody uses.
///
/// Two things have to agree: the clock on the wall says that the days have passed since a grant was
/// decided or used last, and the store itself has seen at least a third as many days since then
/// ([Days]). So neither a clock that is wrong for a while nor a journey with the machine at home
/// takes everything away, and a machine that is used at weekends still forgets. What says no stays,
/// and what an administrator or a policy has decided.
///
/// Threads: the writer's.
final class Unused {

    /// In how many nanoseconds to look again.
    static final long PAUSE_NANOS = TimeUnit.HOURS.toNanos(1);

    private static final int PART_SEEN = 3;

    private final IntSupplier days;

    /// @param days after how many days without use, 0 for never
    Unused(IntSupplier days) {
        this.days = days;
    }

    /// What has to be written for those that were not used for so long.
    List<Job> due(State state, Moment now) throws SQLException {
        int limit = days.getAsInt();
        if (limit <= 0 || state.totals().grants() == 0) {
            return List.of();
        }
        var due = new ArrayList<Job>();
        for (var row : state.database().grants().all()) {
            if (isUnused(row, limit, now, state.days())) {
                due.add(new Job(new Write.Lapse(row.key(), limit), Author.STORE));
            }
        }
        return due;
    }

    /// Whether a grant was not used for so many days.
    static boolean isUnused(GrantRows.Row row, int limit, Moment now, Days seen) {
        var grant = row.grant();
        if (grant.decider() == Decider.ADMINISTRATOR
                || grant.decider() == Decider.POLICY
                || WriteRule.saysNo(grant.permissions())) {
            return false;
        }
        long last = Math.max(grant.decided(), grant.lastUse());
        int needed = (limit + PART_SEEN - 1) / PART_SEEN;
        return now.time() - last >= TimeUnit.DAYS.toSeconds(limit)
                && seen.count() - row.made().seenDays() >= needed;
    }
}
