package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;

/// Marks the ledger, stretch by stretch, as each becomes full: blocks of 64 records, spans of
/// 4,096.
///
/// What was added since a stretch began is kept in memory; a stretch that began before the
/// connection did, or before writes that were rolled back, is read again at its end.
///
/// Threads: one at a time.
final class LedgerBlocks {

    private final PreparedStatement records;
    private final Stretch block;
    private final Stretch span;

    LedgerBlocks(Connection connection) throws SQLException {
        records =
                connection.prepareStatement(
                        "SELECT time, kind, table_name, id, app_kind, app FROM ledger WHERE sequence BETWEEN ? AND ?");
        var rows = new MarkRows(connection);
        block = new Stretch(rows::putBlock, MarkRows.BLOCK, MarkRows.BLOCK_BITS);
        span = new Stretch(rows::putSpan, MarkRows.SPAN, MarkRows.SPAN_BITS);
    }

    /// Takes a record that was appended.
    void add(long sequence, long time, LedgerEvent event) throws SQLException {
        block.add(sequence, time, event);
        span.add(sequence, time, event);
    }

    /// Marks a ledger that has no marks.
    ///
    /// @return the latest time in it
    static long markAll(Connection connection) throws SQLException {
        var blocks = new LedgerBlocks(connection);
        long latest = 0;
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT sequence, time, kind, table_name, id, app_kind, app FROM ledger"
                                        + " ORDER BY sequence")) {
            while (rows.next()) {
                var event = event(rows, 3);
                blocks.add(rows.getLong(1), rows.getLong(2), event);
                latest = Math.max(latest, rows.getLong(2));
            }
        }
        return latest;
    }

    private static LedgerEvent event(java.sql.ResultSet row, int first) throws SQLException {
        try {
            return new LedgerEvent(
                    LedgerEvent.Kind.of(row.getString(first)),
                    row.getString(first + 1),
                    row.getString(first + 2),
                    row.getString(first + 3),
                    row.getString(first + 4),
                    "");
        } catch (PortalException e) {
            throw StoreFault.damaged("a ledger record has a word that is none");
        }
    }

    private interface Keeping {
        void put(long number, LedgerMarks marks) throws SQLException;
    }

    /// The one that is being filled.
    private final class Stretch {

        private final Keeping keeping;
        private final LedgerMarks marks;
        private final int length;
        private long number = -1;
        private boolean fromTheStart;

        Stretch(Keeping keeping, int length, int bits) {
            this.keeping = keeping;
            this.marks = new LedgerMarks(bits);
            this.length = length;
        }

        void add(long sequence, long time, LedgerEvent event) throws SQLException {
            long itsNumber = (sequence - 1) / length;
            long place = (sequence - 1) % length;
            if (place == 0 || itsNumber != number) {
                marks.clear();
                number = itsNumber;
                fromTheStart = place == 0;
            }
            marks.add(time, event);
            if (place == length - 1) {
                if (!fromTheStart) {
                    readAll();
                }
                keeping.put(number, marks);
                number = -1;
            }
        }

        private void readAll() throws SQLException {
            records.setLong(1, number * length + 1);
            records.setLong(2, (number + 1) * length);
            try (var found = records.executeQuery()) {
                while (found.next()) {
                    marks.add(found.getLong(1), event(found, 2));
                }
            }
        }
    }
}
