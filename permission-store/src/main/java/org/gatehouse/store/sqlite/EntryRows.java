package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.TableName;

/// The rows of `entry`, over one connection.
///
/// Threads: one at a time.
final class EntryRows {

    private final PreparedStatement find;
    private final PreparedStatement ids;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    EntryRows(Connection connection) throws SQLException {
        find =
                connection.prepareStatement(
                        "SELECT signature, data, permissions, checksum FROM entry WHERE table_name=? AND id=?");
        ids = connection.prepareStatement("SELECT id FROM entry WHERE table_name=? ORDER BY id");
        put =
                connection.prepareStatement(
                        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET signature=excluded.signature,"
                                + " data=excluded.data, permissions=excluded.permissions, checksum=excluded.checksum");
        remove = connection.prepareStatement("DELETE FROM entry WHERE table_name=? AND id=?");
    }

    /// The row of a key.
    ///
    /// @throws StoreFault if it is not as it was written
    Optional<EntryRow> find(EntryKey key) throws SQLException {
        find.setString(1, key.table().value());
        find.setString(2, key.id());
        try (var row = find.executeQuery()) {
            return row.next()
                    ? Optional.of(read(key.table().value(), key.id(), row, 1))
                    : Optional.empty();
        }
    }

    List<String> ids(TableName table) throws SQLException {
        ids.setString(1, table.value());
        var found = new ArrayList<String>();
        try (var rows = ids.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// The rows of one key, or of all, by table and id: `table_name, id` and what [#read] reads,
    /// from column 3 on. To be closed.
    static ResultSet query(Connection connection, Optional<EntryKey> key) throws SQLException {
        var sql = "SELECT table_name, id, signature, data, permissions, checksum FROM entry";
        var query =
                connection.prepareStatement(
                        key.isPresent()
                                ? sql + " WHERE table_name=? AND id=?"
                                : sql + " ORDER BY table_name, id");
        query.closeOnCompletion();
        if (key.isPresent()) {
            query.setString(1, key.get().table().value());
            query.setString(2, key.get().id());
        }
        return query.executeQuery();
    }

    /// Writes a row.
    ///
    /// @return its checksum
    long put(EntryKey key, Entry entry) throws SQLException {
        var permissions = EntryCodec.encode(entry.permissions());
        long checksum = checksum(key.table().value(), key.id(), entry.data(), permissions);
        put.setString(1, key.table().value());
        put.setString(2, key.id());
        put.setString(3, entry.data().signature());
        put.setBytes(4, entry.data().bytes());
        put.setBytes(5, permissions);
        put.setLong(6, checksum);
        put.executeUpdate();
        return checksum;
    }

    void remove(EntryKey key) throws SQLException {
        remove.setString(1, key.table().value());
        remove.setString(2, key.id());
        remove.executeUpdate();
    }

    /// Reads `signature, data, permissions, checksum`, from column `first` on.
    static EntryRow read(String table, String id, ResultSet row, int first) throws SQLException {
        // a driver's null for an empty BLOB is an empty one
        var data = new StoredValue(row.getString(first), bytes(row, first + 1));
        var permissions = bytes(row, first + 2);
        long checksum = row.getLong(first + 3);
        if (checksum(table, id, data, permissions) != checksum) {
            throw StoreFault.damaged("an entry is not as it was written");
        }
        return new EntryRow(new Entry(EntryCodec.decode(permissions), data), checksum);
    }

    static byte[] bytes(ResultSet row, int column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static long checksum(String table, String id, StoredValue data, byte[] permissions) {
        return new Checksum()
                .add(table)
                .add(id)
                .add(data.signature())
                .add(data.bytes())
                .add(permissions)
                .value();
    }
}
