package org.gatehouse.store.sqlite;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gatehouse.store.Author;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerRecord;

/// Appends to `ledger`, over one connection. Each row's hash covers the one before: a record that
/// was changed or taken out breaks the chain.
///
/// Threads: one at a time.
final class LedgerRows {

    private final PreparedStatement append;
    private final LedgerHash hash = new LedgerHash();
    private final LedgerBlocks blocks;

    LedgerRows(Connection connection) throws SQLException {
        append =
                connection.prepareStatement(
                        "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        blocks = new LedgerBlocks(connection);
    }

    /// Appends a record after the one that `totals` names.
    ///
    /// @param time seconds since the epoch
    /// @return the totals that name the new record
    Totals append(Totals totals, long time, LedgerEvent event, Author author) throws SQLException {
        var record = new LedgerRecord(totals.sequence() + 1, time, event, author, true);
        var itsHash = hash.of(totals.hash(), record);
        append.setLong(1, record.sequence());
        append.setLong(2, time);
        append.setString(3, event.kind().word());
        append.setString(4, event.table());
        append.setString(5, event.id());
        append.setString(6, event.appKind());
        append.setString(7, event.app());
        append.setString(8, event.text());
        append.setInt(9, author.pid());
        append.setString(10, author.executable());
        append.setBytes(11, itsHash);
        append.executeUpdate();
        blocks.add(record.sequence(), time, event);
        return totals.withRecord(record.sequence(), itsHash, time);
    }

    /// Whether the newest record is the one that these totals name.
    static boolean endsAt(Connection connection, Totals totals) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1")) {
            return rows.next()
                    ? rows.getLong(1) == totals.sequence()
                            && MessageDigest.isEqual(EntryRows.bytes(rows, 2), totals.hash())
                    : totals.sequence() == 0;
        }
    }
}
