package org.gatehouse.store.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of `ledger_block` and `ledger_span`, over one connection. The blocks of a span that is
/// full are in its row: one row is read many times faster than sixty-four.
///
/// Threads: one at a time.
final class MarkRows {

    /// How many records a block has, and how many a span.
    static final int BLOCK = 64;

    static final int SPAN = 4096;

    static final int BLOCKS_IN_SPAN = SPAN / BLOCK;

    /// The sizes of their marks, in bits.
    static final int BLOCK_BITS = 2048;

    static final int SPAN_BITS = 65536;

    private static final int BLOCK_BYTES = 2 * Long.BYTES + BLOCK_BITS / Byte.SIZE;
    private static final String COLUMNS = "SELECT number, oldest, newest, marks, checksum FROM ";
    private static final String RANGE = " WHERE number BETWEEN ? AND ? ORDER BY number DESC";

    /// A row.
    ///
    /// @param number of the stretch, from 0
    record Row(long number, LedgerMarks marks) {}

    private final Connection connection;

    MarkRows(Connection connection) {
        this.connection = connection;
    }

    /// The spans from the first to one, that one first: rows for [#read]. To be closed.
    ResultSet spansUpTo(long number) throws SQLException {
        var query = connection.prepareStatement(COLUMNS + "ledger_span" + RANGE);
        query.closeOnCompletion();
        query.setLong(1, 0);
        query.setLong(2, number);
        return query.executeQuery();
    }

    /// The marks of the blocks of a span, first to last; what is not marked may hold anything.
    List<LedgerMarks> blocks(long span) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT blocks, blocks_checksum FROM ledger_span WHERE number=?")) {
            query.setLong(1, span);
            try (var row = query.executeQuery()) {
                return row.next() ? blocks(span, row) : open(span);
            }
        }
    }

    private static List<LedgerMarks> blocks(long span, ResultSet row) throws SQLException {
        var bytes = EntryRows.bytes(row, 1);
        if (checksum(span, bytes) != row.getLong(2)
                || bytes.length != BLOCKS_IN_SPAN * BLOCK_BYTES) {
            throw damaged();
        }
        var in = ByteBuffer.wrap(bytes);
        var blocks = new ArrayList<LedgerMarks>(BLOCKS_IN_SPAN);
        while (in.hasRemaining()) {
            blocks.add(LedgerMarks.read(in, BLOCK_BITS));
        }
        return blocks;
    }

    /// Those of a span that is not full yet.
    private List<LedgerMarks> open(long span) throws SQLException {
        var blocks = new LedgerMarks[BLOCKS_IN_SPAN];
        Arrays.fill(blocks, LedgerMarks.unknown(BLOCK_BITS));
        long first = span * BLOCKS_IN_SPAN;
        try (var query = connection.prepareStatement(COLUMNS + "ledger_block" + RANGE)) {
            query.setLong(1, first);
            query.setLong(2, first + BLOCKS_IN_SPAN - 1);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var row = read(rows);
                    blocks[(int) (row.number() - first)] = row.marks();
                }
            }
        }
        return List.of(blocks);
    }

    /// @throws StoreFault if the row is not as it was written
    static Row read(ResultSet row) throws SQLException {
        var bytes = EntryRows.bytes(row, 4);
        long number = row.getLong(1);
        long oldest = row.getLong(2);
        long newest = row.getLong(3);
        if (checksum(number, oldest, newest, bytes) != row.getLong(5)) {
            throw damaged();
        }
        return new Row(number, LedgerMarks.of(bytes, oldest, newest));
    }

    void putBlock(long number, LedgerMarks marks) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO ledger_block VALUES (?, ?, ?, ?, ?)")) {
            set(put, number, marks);
            put.executeUpdate();
        }
    }

    /// Puts the marks of a full span, and into its row those of its blocks.
    void putSpan(long number, LedgerMarks marks) throws SQLException {
        var bytes = ByteBuffer.allocate(BLOCKS_IN_SPAN * BLOCK_BYTES);
        open(number).forEach(block -> block.write(bytes));
        try (var put =
                        connection.prepareStatement(
                                "INSERT OR REPLACE INTO ledger_span VALUES (?, ?, ?, ?, ?, ?, ?)");
                var remove =
                        connection.prepareStatement(
                                "DELETE FROM ledger_block WHERE number BETWEEN ? AND ?")) {
            set(put, number, marks);
            put.setBytes(6, bytes.array());
            put.setLong(7, checksum(number, bytes.array()));
            put.executeUpdate();
            remove.setLong(1, number * BLOCKS_IN_SPAN);
            remove.setLong(2, (number + 1) * BLOCKS_IN_SPAN - 1);
            remove.executeUpdate();
        }
    }

    private static void set(PreparedStatement put, long number, LedgerMarks marks)
            throws SQLException {
        var bytes = marks.bytes();
        put.setLong(1, number);
        put.setLong(2, marks.oldest());
        put.setLong(3, marks.newest());
        put.setBytes(4, bytes);
        put.setLong(5, checksum(number, marks.oldest(), marks.newest(), bytes));
    }

    /// Checks each row.
    ///
    /// @throws StoreFault if one is not as it was written
    static void check(Connection connection) throws SQLException {
        var marks = new MarkRows(connection);
        try (var rows = marks.spansUpTo(Long.MAX_VALUE)) {
            while (rows.next()) {
                marks.blocks(read(rows).number());
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS + "ledger_block")) {
            while (rows.next()) {
                read(rows);
            }
        }
    }

    private static StoreFault damaged() {
        return StoreFault.damaged("the ledger's marks are not as they were written");
    }

    private static long checksum(long number, long oldest, long newest, byte[] marks) {
        return new Checksum().add(number).add(oldest).add(newest).add(marks).value();
    }

    private static long checksum(long number, byte[] blocks) {
        return new Checksum().add(number).add(blocks).value();
    }
}
