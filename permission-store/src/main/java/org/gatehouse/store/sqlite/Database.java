package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// An open database: a connection that writes, and one that reads.
///
/// Threads: the writing side belongs to the writer thread; the reading side is used under
/// [#reading].
final class Database implements AutoCloseable {

    private final Path file;
    private final boolean writable;
    private final Connection writing;
    private final Connection reader;
    private final EntryRows entries;
    private final GrantRows grants;
    private final LedgerRows ledger;
    private final PreparedStatement updateTotals;
    private final PreparedStatement changeTable;
    private final Reading reading;

    /// The reading side; its owner's lock guards it.
    ///
    /// @param ledger for records
    record Reading(EntryRows entries, GrantRows grants, LedgerRows ledger) {}

    /// Opens a database that is complete.
    ///
    /// @param writable whether writes are kept; else all are refused
    Database(Path file, boolean writable) throws SQLException {
        this.file = file;
        this.writable = writable;
        writing = Connections.writable(file);
        reader = Connections.writable(file);
        entries = new EntryRows(writing);
        grants = new GrantRows(writing);
        ledger = new LedgerRows(writing);
        updateTotals = writing.prepareStatement(Totals.UPDATE);
        changeTable =
                writing.prepareStatement(
                        "INSERT INTO known_table VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET changed=excluded.changed");
        reading = new Reading(new EntryRows(reader), new GrantRows(reader), new LedgerRows(reader));
        writing.setAutoCommit(false);
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

    EntryRows entries() {
        return entries;
    }

    GrantRows grants() {
        return grants;
    }

    LedgerRows ledger() {
        return ledger;
    }

    Totals totals() throws SQLException {
        return Totals.read(writing);
    }

    /// Notes that a table has changed.
    void changed(String table, long sequence) throws SQLException {
        changeTable.setString(1, table);
        changeTable.setLong(2, sequence);
        changeTable.executeUpdate();
    }

    /// Makes everything written since the last commit durable, with these totals.
    void commit(Totals totals) throws SQLException {
        totals.write(updateTotals);
        writing.commit();
    }

    /// Forgets everything written since the last commit.
    void rollback() throws SQLException {
        writing.rollback();
    }

    @Override
    public void close() throws SQLException {
        try (writing) {
            reader.close();
        }
    }
}
