package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.DayUse;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;

/// Counts what the ledger says was used, by day.
final class UseByDay {

    /// Days begin at a multiple of this everywhere: no time zone of today has another offset.
    private static final int QUARTER = 15 * 60;

    private static final String HEAD =
            "SELECT l.table_name, l.id, l.time / ?3 AS quarter, count(*) FROM ledger l"
                    + " WHERE l.sequence >= ?1 AND l.sequence < ?2";

    private UseByDay() {}

    static List<DayUse> of(Connection connection, GrantFilter which, long since, ZoneId zone)
            throws SQLException {
        var filter =
                new LedgerFilter(
                        which.entry(),
                        which.kind().map(AppKind::word),
                        which.app(),
                        Set.of(LedgerEvent.Kind.USED),
                        since,
                        0);
        var days =
                new TreeMap<Day, Long>(
                        Comparator.comparingLong(Day::start)
                                .thenComparing(day -> day.entry().table().value())
                                .thenComparing(day -> day.entry().id()));
        try (var query = LedgerQuery.prepare(connection, HEAD, filter, " GROUP BY 1, 2, 3")) {
            query.setLong(1, start(connection, since));
            query.setLong(2, Long.MAX_VALUE);
            query.setInt(3, QUARTER);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var entry = entry(rows.getString(1), rows.getString(2));
                    if (entry.isPresent()) {
                        var day = new Day(day(rows.getLong(3) * QUARTER, zone), entry.get());
                        days.merge(day, rows.getLong(4), Long::sum);
                    }
                }
            }
        }
        return days.entrySet().stream()
                .map(day -> new DayUse(day.getKey().start(), day.getKey().entry(), day.getValue()))
                .toList();
    }

    private record Day(long start, EntryKey entry) {}

    private static long day(long time, ZoneId zone) {
        return Instant.ofEpochSecond(time)
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toEpochSecond();
    }

    /// Empty for what is no entry: the ledger keeps what it is told.
    private static Optional<EntryKey> entry(String table, String id) {
        try {
            return Optional.of(EntryKey.of(table, id));
        } catch (PortalException e) {
            return Optional.empty();
        }
    }

    /// The number of the first record that can be of this time or later: spans whose newest record
    /// is older are passed over, as long as none is missing.
    private static long start(Connection connection, long since) throws SQLException {
        long number = 0;
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT number, newest FROM ledger_span ORDER BY number")) {
            while (rows.next() && rows.getLong(1) == number && rows.getLong(2) < since) {
                number++;
            }
        }
        return number * MarkRows.SPAN + 1;
    }
}
