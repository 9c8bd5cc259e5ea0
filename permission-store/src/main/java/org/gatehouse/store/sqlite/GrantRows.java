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
import org.gatehouse.store.Moment;

/// The rows of `terms`, over one connection.
///
/// Threads: one at a time.
final class GrantRows {

    private static final String COLUMNS =
            "SELECT table_name, id, app, kind, permissions, lifespan, until, bus, decider, reason, accuracy,"
                    + " implied, decided, last_use, uses, sequence, made, boot, since_boot, seen_time, seen_days,"
                    + " checksum FROM terms";

    /// A grant, whose it is, when it was made, and the checksum of its row.
    record Row(GrantKey key, Grant grant, Made made, long checksum) {}

    private final PreparedStatement ofApp;
    private final PreparedStatement ofEntry;
    private final PreparedStatement temporary;
    private final PreparedStatement ending;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    GrantRows(Connection connection) throws SQLException {
        ofApp = connection.prepareStatement(COLUMNS + " WHERE table_name=? AND id=? AND app=?");
        ofEntry = connection.prepareStatement(COLUMNS + " WHERE table_name=? AND id=?");
        temporary = connection.prepareStatement(COLUMNS + " WHERE lifespan<>'always'");
        ending = connection.prepareStatement(COLUMNS + " WHERE lifespan IN ('until', 'session')");
        put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO terms VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
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

    /// All grants that do not hold always.
    List<Row> temporary() throws SQLException {
        return rows(temporary);
    }

    /// All grants that end by themselves.
    List<Row> ending() throws SQLException {
        return rows(ending);
    }

    /// Writes a row.
    ///
    /// @return its checksum
    long put(GrantKey key, Grant grant, Made made) throws SQLException {
        long checksum = checksum(key, grant, made);
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
        put.setInt(12, grant.implied() ? 1 : 0);
        put.setLong(13, grant.decided());
        put.setLong(14, grant.lastUse());
        put.setLong(15, grant.uses());
        put.setLong(16, made.sequence());
        put.setLong(17, made.moment().time());
        put.setString(18, made.moment().boot());
        put.setLong(19, made.moment().sinceBoot());
        put.setLong(20, made.seenTime());
        put.setLong(21, made.seenDays());
        put.setLong(22, checksum);
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

    /// All rows, each checked.
    List<Row> all() throws SQLException {
        return all(put.getConnection());
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
                            row.getInt(12) != 0,
                            row.getLong(13),
                            row.getLong(14),
                            row.getLong(15));
            var moment = new Moment(row.getLong(17), row.getString(18), row.getLong(19));
            var made = new Made(row.getLong(16), moment, row.getLong(20), row.getLong(21));
            if (checksum(key, grant, made) == row.getLong(22)) {
                return new Row(key, grant, made, row.getLong(22));
            }
        } catch (PortalException e) {
            throw StoreFault.damaged("a grant has a word that is none");
        }
        throw StoreFault.damaged("a grant is not as it was written");
    }

    private static long checksum(GrantKey key, Grant grant, Made made) {
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
                .add(grant.implied() ? 1 : 0)
                .add(grant.decided())
                .add(grant.lastUse())
                .add(grant.uses())
                .add(made.sequence())
                .add(made.moment().time())
                .add(made.moment().boot())
                .add(made.moment().sinceBoot())
                .add(made.seenTime())
                .add(made.seenDays())
                .value();
    }

    static long until(Lifespan lifespan) {
        return lifespan instanceof Lifespan.Until(var time) ? time : 0;
    }

    static String bus(Lifespan lifespan) {
        return lifespan instanceof Lifespan.Session(var bus) ? bus : "";
    }
}
