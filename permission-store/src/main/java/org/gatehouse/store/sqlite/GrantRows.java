package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Lifespan;

/// The rows of `terms`, over one connection.
///
/// Threads: one at a time.
final class GrantRows {

    private static final String COLUMNS =
            "SELECT table_name, id, app, kind, permissions, lifespan, until, bus, decider, reason, accuracy,"
                    + " decided, last_use, uses, checksum FROM terms";

    /// A grant, whose it is, and the checksum of its row.
    record Row(GrantKey key, Grant grant, long checksum) {}

    private final PreparedStatement ofApp;
    private final PreparedStatement ofEntry;
    private final PreparedStatement temporary;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    GrantRows(Connection connection) throws SQLException {
        ofApp = connection.prepareStatement(COLUMNS + " WHERE table_name=? AND id=? AND app=?");
        ofEntry = connection.prepareStatement(COLUMNS + " WHERE table_name=? AND id=?");
        temporary = connection.prepareStatement(COLUMNS + " WHERE lifespan<>'always'");
        put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO terms VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        remove =
                connection.prepareStatement(
                        "DELETE FROM terms WHERE table_name=? AND id=? AND app=? AND kind=?");
    }

    Optional<Row> find(GrantKey key) throws SQLException {
        return ofApp(key.entry(), key.app()).stream()
                .filter(row -> row.key().kind() == key.kind())
                .findFirst();
    }

    /// The grants of an app under an id, of all kinds.
    List<Row> ofApp(EntryKey entry, String app) throws SQLException {
        ofApp.setString(3, app);
        return ofEntry(ofApp, entry);
    }

    List<Row> ofEntry(EntryKey entry) throws SQLException {
        return ofEntry(ofEntry, entry);
    }

    /// All grants that end by themselves.
    List<Row> temporary() throws SQLException {
        return rows(temporary);
    }

    /// Writes a row.
    ///
    /// @return its checksum
    long put(GrantKey key, Grant grant) throws SQLException {
        long checksum = checksum(key, grant);
        put.setString(1, key.entry().table().value());
        put.setString(2, key.entry().id());
        put.setString(3, key.app());
        put.setString(4, key.kind().word());
        put.setBytes(5, EntryCodec.encode(grant.permissions()));
        put.setString(6, grant.lifespan().word());
        put.setLong(7, until(grant.lifespan()));
        put.setString(8, bus(grant.lifespan()));
        put.setString(9, grant.decider().word());
        put.setString(10, grant.reason());
        put.setString(11, grant.accuracy());
        put.setLong(12, grant.decided());
        put.setLong(13, grant.lastUse());
        put.setLong(14, grant.uses());
        put.setLong(15, checksum);
        put.executeUpdate();
        return checksum;
    }

    void remove(GrantKey key) throws SQLException {
        remove.setString(1, key.entry().table().value());
        remove.setString(2, key.entry().id());
        remove.setString(3, key.app());
        remove.setString(4, key.kind().word());
        remove.executeUpdate();
    }

    /// Reads all rows, checking each.
    static List<Row> all(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COLUMNS)) {
            return rows(statement);
        }
    }

    private static List<Row> ofEntry(PreparedStatement statement, EntryKey entry)
            throws SQLException {
        statement.setString(1, entry.table().value());
        statement.setString(2, entry.id());
        return rows(statement);
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<Row>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    private static Row read(ResultSet row) throws SQLException {
        try {
            var entry = EntryKey.of(row.getString(1), row.getString(2));
            var key = new GrantKey(entry, AppKind.of(row.getString(4)), row.getString(3));
            var grant =
                    new Grant(
                            EntryCodec.decodeWords(EntryRows.bytes(row, 5)),
                            Lifespan.of(row.getString(6), row.getLong(7), row.getString(8)),
                            Decider.of(row.getString(9)),
                            row.getString(10),
                            row.getString(11),
                            false,
                            row.getLong(12),
                            row.getLong(13),
                            row.getLong(14));
            if (checksum(key, grant) == row.getLong(15)) {
                return new Row(key, grant, row.getLong(15));
            }
        } catch (PortalException e) {
            throw StoreFault.damaged("a grant has a word that is none");
        }
        throw StoreFault.damaged("a grant is not as it was written");
    }

    private static long checksum(GrantKey key, Grant grant) {
        return new Checksum()
                .add(key.entry().table().value())
                .add(key.entry().id())
                .add(key.app())
                .add(key.kind().word())
                .add(EntryCodec.encode(grant.permissions()))
                .add(grant.lifespan().word())
                .add(until(grant.lifespan()))
                .add(bus(grant.lifespan()))
                .add(grant.decider().word())
                .add(grant.reason())
                .add(grant.accuracy())
                .add(grant.decided())
                .add(grant.lastUse())
                .add(grant.uses())
                .value();
    }

    private static long until(Lifespan lifespan) {
        return lifespan instanceof Lifespan.Until(var time) ? time : 0;
    }

    private static String bus(Lifespan lifespan) {
        return lifespan instanceof Lifespan.Session(var bus) ? bus : "";
    }
}
