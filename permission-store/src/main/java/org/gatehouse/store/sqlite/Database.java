package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// An open database: a connection that writes, and one that reads.
///
/// The driver gives a prepared statement up when it fails once; after a failure both sides have to
/// be renewed. Transactions are begun and ended by statements of our own: the driver loses count of
/// them when SQLite has ended one by itself, as it does when the disk is full.
///
/// Threads: the writing side belongs to the writer thread; the reading side is used under its
/// owner's lock.
final class Database implements AutoCloseable {

    private final Path file;
    private final boolean writable;
    private final Connection writing;
    private final Connection reader;
    private Writing statements;
    private Reading reading;

    /// What reading needs.
    record Reading(Connection connection, EntryRows entries, GrantRows grants, LedgerPages ledger) {

        static Reading of(Connection connection) throws SQLException {
            return new Reading(
                    connection,
                    new EntryRows(connection),
                    new GrantRows(connection),
                    new LedgerPages(connection));
        }
    }

    private record Writing(
            EntryRows entries,
            GrantRows grants,
            LedgerRows ledger,
            UndoRows undo,
            PreparedStatement updateTotals,
            PreparedStatement changeTable) {}

    /// Opens a database that is complete.
    ///
    /// @param writable whether writes are kept; else all are refused
    Database(Path file, boolean writable) throws SQLException {
        this.file = file;
        this.writable = writable;
        writing = Connections.writable(file);
        reader = Connections.writable(file);
        statements = prepare(writing);
        reading = Reading.of(reader);
    }

    private static Writing prepare(Connection connection) throws SQLException {
        return new Writing(
                new EntryRows(connection),
                new GrantRows(connection),
                new LedgerRows(connection),
                new UndoRows(connection),
                connection.prepareStatement(Totals.UPDATE),
                connection.prepareStatement(
                        "INSERT INTO known_table VALUES (?, ?, 0)"
                                + " ON CONFLICT DO UPDATE SET changed=excluded.changed"));
    }

    Path file() {
        return file;
    }

    boolean isWritable() {
        return writable;
    }

    Reading reading() {
        return reading;
    }

    /// Makes the reading side usable after a failure.
    void renewReading() throws SQLException {
        reading = Reading.of(reader);
    }

    EntryRows entries() {
        return statements.entries;
    }

    GrantRows grants() {
        return statements.grants;
    }

    LedgerRows ledger() {
        return statements.ledger;
    }

    UndoRows undo() {
        return statements.undo;
    }

    DeferredRows deferred() {
        return new DeferredRows(writing);
    }

    /// The number of the last change of a table, 0 if it is unknown.
    long lastChange(String table) throws SQLException {
        try (var query = writing.prepareStatement("SELECT changed FROM known_table WHERE name=?")) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    Days days() throws SQLException {
        return Days.read(writing);
    }

    /// Writes the count of days, in a transaction of its own.
    void put(Days days) throws SQLException {
        days.write(writing);
    }

    Totals totals() throws SQLException {
        return Totals.read(writing);
    }

    /// Begins a transaction.
    void begin() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    /// Notes that a table has changed.
    void changed(String table, long sequence) throws SQLException {
        statements.changeTable.setString(1, table);
        statements.changeTable.setLong(2, sequence);
        statements.changeTable.executeUpdate();
    }

    /// Makes everything written since the beginning durable, with these totals.
    void commit(Totals totals) throws SQLException {
        totals.write(statements.updateTotals);
        execute("COMMIT");
    }

    /// Forgets everything written since the beginning, and makes the writing side usable again.
    void rollback() throws SQLException {
        statements = prepare(writing);
        // where SQLite has done so by itself this is an error, of no interest
        execute("ROLLBACK");
    }

    @Override
    public void close() throws SQLException {
        try (writing) {
            reader.close();
        }
    }

    /// Runs a statement without parameters.
    void execute(String sql) throws SQLException {
        try (var statement = writing.createStatement()) {
            statement.execute(sql);
        }
    }
}
