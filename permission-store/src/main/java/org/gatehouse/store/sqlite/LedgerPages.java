package org.gatehouse.store.sqlite;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.jspecify.annotations.Nullable;

/// Finds ledger records, newest first, over one connection. Stretches of the ledger in which there
/// is nothing to be found are passed over by their marks.
///
/// Threads: one at a time.
final class LedgerPages {

    static final String COLUMNS =
            "SELECT l.sequence, l.time, l.kind, l.table_name, l.id, l.app_kind, l.app, l.text, l.pid,"
                    + " l.executable, l.hash, (SELECT b.hash FROM ledger b WHERE b.sequence = l.sequence - 1)"
                    + " FROM ledger l WHERE l.sequence >= ?1 AND l.sequence < ?2";

    private static final String NEWEST_FIRST = " ORDER BY l.sequence DESC LIMIT ?3";

    private final Connection connection;
    private final PreparedStatement newest;
    private final PreparedStatement lastBefore;
    private final LedgerHash hash = new LedgerHash();

    LedgerPages(Connection connection) throws SQLException {
        this.connection = connection;
        newest = connection.prepareStatement(COLUMNS + NEWEST_FIRST);
        lastBefore =
                connection.prepareStatement("SELECT max(sequence) FROM ledger WHERE sequence < ?");
    }

    /// At most `count` records with a smaller number than `before`, 0 for the newest.
    List<LedgerRecord> page(LedgerFilter filter, long before, int count) throws SQLException {
        long end = before == 0 ? Long.MAX_VALUE : before;
        var found = new ArrayList<LedgerRecord>();
        if (filter.equals(LedgerFilter.ALL)) {
            add(found, newest, new Range(0, end), count);
            return found;
        }
        try (var search = new Search(filter)) {
            search.find(found, end, count);
        }
        return found;
    }

    /// From a number to before another.
    private record Range(long from, long to) {}

    private void add(List<LedgerRecord> found, PreparedStatement query, Range range, int count)
            throws SQLException {
        query.setLong(1, range.from());
        query.setLong(2, range.to());
        query.setInt(3, count - found.size());
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var ledgerRecord = read(rows);
                found.add(intact(ledgerRecord, EntryRows.bytes(rows, 11), rows.getBytes(12)));
            }
        }
    }

    private LedgerRecord intact(LedgerRecord found, byte[] itsHash, byte @Nullable [] hashBefore)
            throws SQLException {
        byte[] before = hashBefore;
        if (before == null && last(found.sequence()) == 0) {
            // the first record of all follows nothing
            before = Totals.EMPTY.hash();
        }
        boolean intact = before != null && MessageDigest.isEqual(hash.of(before, found), itsHash);
        return new LedgerRecord(
                found.sequence(), found.time(), found.event(), found.author(), intact);
    }

    /// The number of the last record before another, 0 if there is none.
    private long last(long before) throws SQLException {
        lastBefore.setLong(1, before);
        try (var row = lastBefore.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static LedgerRecord read(ResultSet row) throws SQLException {
        try {
            var event =
                    new LedgerEvent(
                            LedgerEvent.Kind.of(row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8));
            var author = new Author(row.getInt(9), row.getString(10));
            return new LedgerRecord(row.getLong(1), row.getLong(2), event, author, false);
        } catch (PortalException e) {
            throw StoreFault.damaged("a ledger record has a word that is none");
        }
    }

    /// One search by a filter.
    private final class Search implements AutoCloseable {

        private final LedgerFilter filter;
        private final long[][] wanted;
        private final MarkRows marks;
        private final PreparedStatement query;

        Search(LedgerFilter filter) throws SQLException {
            this.filter = filter;
            wanted = LedgerMarks.wanted(filter);
            marks = new MarkRows(connection);
            query = LedgerQuery.prepare(connection, COLUMNS, filter, NEWEST_FIRST);
        }

        /// Goes back span by span; where one is not marked, from the last record that there is.
        void find(List<LedgerRecord> found, long before, int count) throws SQLException {
            long end = before;
            for (long last = last(end); last > 0 && found.size() < count; last = last(end)) {
                long span = (last - 1) / MarkRows.SPAN;
                end = markedBefore(found, span, last + 1, count);
            }
        }

        /// @return the end of what has not been looked at
        private long markedBefore(List<LedgerRecord> found, long first, long end, int count)
                throws SQLException {
            long span = first;
            boolean mayHold = false;
            try (var rows = marks.spansUpTo(first)) {
                while (!mayHold && rows.next() && rows.getLong(1) == span) {
                    mayHold = MarkRows.read(rows).marks().mayHold(wanted, filter);
                    span -= mayHold ? 0 : 1;
                }
            }
            if (mayHold || span == first) {
                inSpan(found, span, end, count);
                return start(span, MarkRows.SPAN);
            }
            return start(span + 1, MarkRows.SPAN);
        }

        private void inSpan(List<LedgerRecord> found, long span, long end, int count)
                throws SQLException {
            var blocks = marks.blocks(span);
            long last = Math.min(end, start(span + 1, MarkRows.SPAN));
            long first = span * MarkRows.BLOCKS_IN_SPAN;
            for (long block = (last - 2) / MarkRows.BLOCK;
                    block >= first && found.size() < count;
                    block--) {
                if (blocks.get((int) (block - first)).mayHold(wanted, filter)) {
                    var range =
                            new Range(
                                    start(block, MarkRows.BLOCK),
                                    Math.min(last, start(block + 1, MarkRows.BLOCK)));
                    add(found, query, range, count);
                }
            }
        }

        private static long start(long number, int length) {
            return number * length + 1;
        }

        @Override
        public void close() throws SQLException {
            query.close();
        }
    }
}
