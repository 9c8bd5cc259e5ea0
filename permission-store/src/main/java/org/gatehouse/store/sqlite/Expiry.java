package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.store.Author;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;
import org.gatehouse.store.Write;
import org.jspecify.annotations.Nullable;

/// Finds grants whose time is over.
///
/// Threads: the writer's.
final class Expiry {

    /// While there is a grant until a time, the clocks are looked at so often: the one on the wall
    /// may be set at any moment, and no other clock tells how long the machine has slept.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /// The grants that may end; null if they are to be read.
    private @Nullable List<GrantRows.Row> ending;

    /// Reads anew which grants may end.
    void reset() {
        ending = null;
    }

    /// What has to be written for the grants that are over.
    List<Job> due(State state, Moment now) throws SQLException {
        if (state.totals().grants() == 0) {
            return List.of();
        }
        var due = new ArrayList<Job>();
        var left = new ArrayList<GrantRows.Row>();
        for (var row : ending(state.database())) {
            if (!isOver(row, state, now)) {
                left.add(row);
            } else if (isThere(row, state.database())) {
                due.add(new Job(new Write.Expire(row.key()), Author.STORE));
            }
        }
        ending = left;
        return due;
    }

    /// In how many nanoseconds to look again.
    long pause() {
        var rows = ending;
        boolean mayEnd =
                rows != null
                        && rows.stream()
                                .anyMatch(row -> row.grant().lifespan() instanceof Lifespan.Until);
        return mayEnd ? LOOK_NANOS : Long.MAX_VALUE;
    }

    private List<GrantRows.Row> ending(Database database) throws SQLException {
        var rows = ending;
        if (rows == null) {
            rows = database.grants().ending();
            ending = rows;
        }
        return rows;
    }

    private static boolean isOver(GrantRows.Row row, State state, Moment now) {
        return ExpiryRule.isOver(
                row.grant().lifespan(), row.made(), now, state.totals().latest(), state.bus());
    }

    /// Whether it is still the grant that holds; it may have been replaced or taken away.
    private static boolean isThere(GrantRows.Row row, Database database) throws SQLException {
        return database.grants()
                .find(row.key())
                .filter(found -> found.made().sequence() == row.made().sequence())
                .isPresent();
    }
}
