package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.store.Author;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;
import org.gatehouse.store.Write;

/// Finds grants whose time is over.
///
/// Threads: the writer's.
final class Expiry {

    private final Supplier<Moment> clock;
    private final String bus;
    private long next;

    /// @param bus the GUID of the bus of this login session
    Expiry(Supplier<Moment> clock, String bus) {
        this.clock = clock;
        this.bus = bus;
    }

    /// Looks again at the next opportunity.
    void reset() {
        next = 0;
    }

    /// What has to be written for the grants that are over.
    List<Job> due(Database database, Totals totals) throws SQLException {
        long now = clock.get().time();
        if (now < next || totals.grants() == 0) {
            return List.of();
        }
        next = Long.MAX_VALUE;
        var due = new ArrayList<Job>();
        for (var row : database.grants().temporary()) {
            if (row.grant().lifespan().isOver(now, bus)) {
                due.add(new Job(new Write.Expire(row.key(), ""), Author.STORE));
            } else if (row.grant().lifespan() instanceof Lifespan.Until(var time)) {
                next = Math.min(next, time);
            }
        }
        return due;
    }
}
