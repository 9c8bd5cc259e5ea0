package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.gatehouse.store.Moment;

/// How many days the store has seen, so that a clock which is wrong for a while does not make
/// everything look unused.
///
/// A day counts when the clock on the wall shows another date than when the last one was counted;
/// within a run of the machine at most every twenty hours. So a clock that jumps, by however much,
/// makes one day, and a machine that is off makes none.
///
/// @param date days since the epoch
/// @param count how many days were counted
/// @param boot the run of the machine in which the last one was counted
/// @param sinceBoot when it was counted, in milliseconds since its start
record Days(long date, long count, String boot, long sinceBoot) {

    static final Days NONE = new Days(0, 0, "", 0);

    private static final long A_DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);
    private static final long BETWEEN_MILLIS = TimeUnit.HOURS.toMillis(20);

    /// With today, if it counts; else the same.
    Days at(Moment now) {
        long today = Math.floorDiv(now.time(), A_DAY_SECONDS);
        boolean soon =
                !boot.isEmpty()
                        && boot.equals(now.boot())
                        && now.sinceBoot() - sinceBoot < BETWEEN_MILLIS;
        return today == date || soon
                ? this
                : new Days(today, count + 1, now.boot(), now.sinceBoot());
    }

    static Days read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT date, days, boot, since_boot, checksum FROM day")) {
            if (row.next()) {
                var days =
                        new Days(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4));
                if (days.checksum() == row.getLong(5)) {
                    return days;
                }
            }
        }
        throw StoreFault.damaged("the count of days is not as it was written");
    }

    void write(Connection connection) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO day VALUES (1, ?, ?, ?, ?, ?)")) {
            put.setLong(1, date);
            put.setLong(2, count);
            put.setString(3, boot);
            put.setLong(4, sinceBoot);
            put.setLong(5, checksum());
            put.executeUpdate();
        }
    }

    private long checksum() {
        return new Checksum().add(date).add(count).add(boot).add(sinceBoot).value();
    }
}
