package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerRecord;

/// The rows of `ledger`, over one connection. Each row's hash covers the one before: a record that
/// was changed or taken out breaks the chain.
///
/// Threads: one at a time.
final class LedgerRows {

    private final PreparedStatement append;
    private final PreparedStatement newest;
    private final MessageDigest digest;

    LedgerRows(Connection connection) throws SQLException {
        append =
                connection.prepareStatement(
                        "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        newest =
                connection.prepareStatement(
                        "SELECT sequence, time, kind, table_name, id, app_kind, app, text, pid, executable, hash"
                                + " FROM ledger WHERE sequence<? ORDER BY sequence DESC LIMIT ?");
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Appends a record after the one that `totals` names.
    ///
    /// @param time seconds since the epoch
    /// @return the totals that name the new record
    Totals append(Totals totals, long time, LedgerEvent event, Author author) throws SQLException {
        var record = new LedgerRecord(totals.sequence() + 1, time, event, author, true);
        var hash = hash(totals.hash(), record);
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
        append.setBytes(11, hash);
        append.executeUpdate();
        return totals.withRecord(record.sequence(), hash);
    }

    /// Records with a smaller number than `before`, newest first.
    List<LedgerRecord> newest(long before, int count) throws SQLException {
        newest.setLong(1, before == 0 ? Long.MAX_VALUE : before);
        // one more, whose hash the oldest record of the answer is checked with
        newest.setInt(2, count + 1);
        var records = new ArrayList<LedgerRecord>();
        var hashes = new ArrayList<byte[]>();
        try (var rows = newest.executeQuery()) {
            while (rows.next()) {
                records.add(read(rows));
                hashes.add(EntryRows.bytes(rows, 11));
            }
        }
        return checked(records, hashes, count);
    }

    /// Whether the newest record is the one that these totals name.
    boolean endsAt(Totals totals) throws SQLException {
        newest.setLong(1, Long.MAX_VALUE);
        newest.setInt(2, 1);
        try (var rows = newest.executeQuery()) {
            return rows.next()
                    ? rows.getLong(1) == totals.sequence()
                            && MessageDigest.isEqual(EntryRows.bytes(rows, 11), totals.hash())
                    : totals.sequence() == 0;
        }
    }

    private List<LedgerRecord> checked(List<LedgerRecord> records, List<byte[]> hashes, int count) {
        var checked = new ArrayList<LedgerRecord>();
        for (int i = 0; i < Math.min(count, records.size()); i++) {
            var record = records.get(i);
            boolean first = i + 1 == records.size();
            boolean linked = first || records.get(i + 1).sequence() == record.sequence() - 1;
            // the first record of all follows nothing
            var before = first ? Totals.EMPTY.hash() : hashes.get(i + 1);
            boolean intact = linked && MessageDigest.isEqual(hash(before, record), hashes.get(i));
            checked.add(
                    new LedgerRecord(
                            record.sequence(),
                            record.time(),
                            record.event(),
                            record.author(),
                            intact));
        }
        return checked;
    }

    private static LedgerRecord read(ResultSet row) throws SQLException {
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

    private byte[] hash(byte[] before, LedgerRecord record) {
        var event = record.event();
        digest.update(before);
        add(record.sequence());
        add(record.time());
        add(event.kind().word());
        add(event.table());
        add(event.id());
        add(event.appKind());
        add(event.app());
        add(event.text());
        add(record.author().pid());
        add(record.author().executable());
        return digest.digest();
    }

    private void add(String column) {
        var bytes = column.getBytes(UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long column) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(column).flip());
    }
}
