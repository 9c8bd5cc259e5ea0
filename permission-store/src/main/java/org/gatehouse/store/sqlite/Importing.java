package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.store.Author;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.TableName;
import org.gatehouse.store.gvdb.DamagedTable;
import org.gatehouse.store.sqlite.TableFiles.TableFile;

/// Takes whole tables over from files, in the transaction of its connection.
///
/// Threads: one.
final class Importing {

    private final Connection connection;
    private final EntryRows entries;
    private final GrantRows grants;
    private final LedgerRows ledger;
    private Totals totals;

    /// @param connection in a transaction
    Importing(Connection connection) throws SQLException {
        this.connection = connection;
        entries = new EntryRows(connection);
        grants = new GrantRows(connection);
        ledger = new LedgerRows(connection);
        totals = Totals.read(connection);
    }

    /// The checksum of the file that each table was imported from last.
    Map<TableName, Long> imported() throws SQLException {
        var imported = new HashMap<TableName, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, imported FROM known_table")) {
            while (rows.next()) {
                imported.put(new TableName(rows.getString(1)), rows.getLong(2));
            }
        }
        return imported;
    }

    Totals totals() {
        return totals;
    }

    /// Continues the numbers of another database.
    void continueAfter(long sequence) {
        if (sequence > totals.sequence()) {
            totals = totals.withRecord(sequence, totals.hash(), totals.latest());
        }
    }

    /// Replaces a table by what the file holds.
    void replace(TableFile file, String text) throws SQLException {
        for (var id : entries.ids(file.table())) {
            remove(new EntryKey(file.table(), id));
        }
        try {
            file.reader().entries((id, entry) -> put(new EntryKey(file.table(), id), entry));
        } catch (DamagedTable e) {
            throw new IllegalStateException("the file was whole when it was read", e);
        } catch (WriteFailed e) {
            throw e.cause;
        }
        dropGrants(file.table());
        var event =
                new LedgerEvent(LedgerEvent.Kind.IMPORTED, file.table().value(), "", "", "", text);
        record(event);
        try (var known =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO known_table VALUES (?, ?, ?)")) {
            known.setString(1, file.table().value());
            known.setLong(2, totals.sequence());
            known.setLong(3, file.checksum());
            known.executeUpdate();
        }
    }

    void record(LedgerEvent event) throws SQLException {
        long now = System.currentTimeMillis() / 1000;
        totals = ledger.append(totals, now, event, Author.STORE);
    }

    void set(org.gatehouse.store.StoreStatus status) {
        totals = totals.with(status);
    }

    /// Writes the totals; the transaction is then complete.
    void finish() throws SQLException {
        try (var update = connection.prepareStatement(Totals.UPDATE)) {
            totals.write(update);
        }
    }

    private void put(EntryKey key, Entry entry) {
        try {
            totals = totals.withEntry(1, entries.put(key, entry));
        } catch (SQLException e) {
            throw new WriteFailed(e);
        }
    }

    private void remove(EntryKey key) throws SQLException {
        var row = entries.find(key);
        if (row.isPresent()) {
            entries.remove(key);
            totals = totals.withEntry(-1, -row.get().checksum());
        }
    }

    /// A grant stands only under the words it was given with.
    private void dropGrants(TableName table) throws SQLException {
        for (var row : GrantRows.all(connection)) {
            var key = row.key();
            if (!key.entry().table().equals(table)) {
                continue;
            }
            var entry = entries.find(key.entry()).map(EntryRow::entry).orElse(Entry.EMPTY);
            if (!entry.of(key.app()).equals(row.grant().permissions())) {
                grants.remove(key);
                totals = totals.withGrant(-1, -row.checksum());
            }
        }
    }

    /// Carries a failed write out of the visitor.
    private static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException cause;

        WriteFailed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
