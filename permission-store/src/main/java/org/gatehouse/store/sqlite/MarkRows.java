package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The rows of `ledger_block` or `ledger_span`, over one connection.
///
/// Threads: one at a time.
final class MarkRows {

    /// How many records a block has, and how many a span.
    static final int BLOCK = 64;

    static final int SPAN = 4096;

    static final String BLOCKS = "ledger_block";
    static final String SPANS = "ledger_span";

    /// A row.
    ///
    /// @param number of the stretch, from 0
    record Row(long number, LedgerMarks marks) {}

    private final PreparedStatement range;
    private final PreparedStatement put;

    MarkRows(Connection connection, String table) throws SQLException {
        range =
                connection.prepareStatement(
                        "SELECT number, oldest, newest, marks, checksum FROM "
                                + table
                                + " WHERE number BETWEEN ? AND ? ORDER BY number DESC");
        put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO " + table + " VALUES (?, ?, ?, ?, ?)");
    }

    /// The rows from one number to another, the highest first. To be closed.
    ResultSet range(long from, long to) throws SQLException {
        range.setLong(1, from);
        range.setLong(2, to);
        return range.executeQuery();
    }

    /// @throws StoreFault if the row is not as it was written
    static Row read(ResultSet row) throws SQLException {
        var bytes = EntryRows.bytes(row, 4);
        long number = row.getLong(1);
        long oldest = row.getLong(2);
        long newest = row.getLong(3);
        if (checksum(number, oldest, newest, bytes) != row.getLong(5)) {
            throw StoreFault.damaged("the ledger's marks are not as they were written");
        }
        return new Row(number, LedgerMarks.of(bytes, oldest, newest));
    }

    void put(long number, LedgerMarks marks) throws SQLException {
        var bytes = marks.bytes();
        put.setLong(1, number);
        put.setLong(2, marks.oldest());
        put.setLong(3, marks.newest());
        put.setBytes(4, bytes);
        put.setLong(5, checksum(number, marks.oldest(), marks.newest(), bytes));
        put.executeUpdate();
    }

    /// Checks each row.
    ///
    /// @throws StoreFault if one is not as it was written
    static void check(Connection connection) throws SQLException {
        for (var table : new String[] {BLOCKS, SPANS}) {
            try (var rows = new MarkRows(connection, table).range(0, Long.MAX_VALUE)) {
                while (rows.next()) {
                    read(rows);
                }
            }
        }
    }

    private static long checksum(long number, long oldest, long newest, byte[] marks) {
        return new Checksum().add(number).add(oldest).add(newest).add(marks).value();
    }
}
