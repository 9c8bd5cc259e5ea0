package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Moment;

/// Brings a database of version 1 to version 2: grants know when they were made, the ledger can be
/// searched, questions wait, changes can be undone.
///
/// Damage is found on the way: the sums are made anew, and must not be made over what is not as it
/// was written.
final class SecondVersion {

    private static final String OLD_TERMS =
            "SELECT table_name, id, app, kind, permissions, lifespan, until, bus, decider, reason, accuracy,"
                    + " decided, last_use, uses, checksum FROM terms";

    private SecondVersion() {}

    /// A grant as version 1 has it.
    private record Old(GrantKey key, Grant grant, long checksum) {}

    static void migrate(Connection connection) throws SQLException {
        var old = totals(connection);
        var grants = grants(connection);
        long sum = grants.stream().mapToLong(Old::checksum).sum();
        if (grants.size() != old.grants() || sum != old.grantSum()) {
            throw StoreFault.damaged("grants are missing, or there are too many");
        }
        for (var sql : List.of("DROP TABLE terms", "DROP TABLE total")) {
            Schema.run(connection, sql);
        }
        Schema.run(connection, Schema.TERMS);
        Schema.run(connection, Schema.TOTAL);
        for (var sql : Schema.NEW_IN_2) {
            Schema.run(connection, sql);
        }
        Days.NONE.write(connection);
        long latest = LedgerBlocks.markAll(connection);
        putAll(connection, grants, old.withLatest(latest)).insert(connection);
    }

    /// When they were made is known by the clock on the wall alone.
    private static Totals putAll(Connection connection, List<Old> grants, Totals old)
            throws SQLException {
        var totals =
                new Totals(
                        old.entries(),
                        old.entrySum(),
                        0,
                        0,
                        0,
                        0,
                        old.sequence(),
                        old.hash(),
                        old.latest(),
                        old.status());
        var rows = new GrantRows(connection);
        for (var each : grants) {
            var made = new Made(0, new Moment(each.grant().decided(), "", 0), 0, 0);
            totals = totals.withGrant(1, rows.put(each.key(), each.grant(), made));
        }
        return totals;
    }

    private static Totals totals(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT entries, entry_sum, grants, grant_sum, sequence, hash, status FROM total")) {
            if (!row.next()) {
                throw StoreFault.damaged("the totals are missing");
            }
            return new Totals(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    0,
                    0,
                    row.getLong(5),
                    row.getBytes(6),
                    0,
                    Totals.status(row.getString(7)));
        }
    }

    private static List<Old> grants(Connection connection) throws SQLException {
        var found = new ArrayList<Old>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OLD_TERMS)) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    private static Old read(ResultSet row) throws SQLException {
        try {
            var entry = EntryKey.of(row.getString(1), row.getString(2));
            var key = new GrantKey(entry, AppKind.of(row.getString(4)), row.getString(3));
            var lifespan = Lifespan.of(row.getString(6), row.getLong(7), row.getString(8));
            var grant =
                    new Grant(
                            EntryCodec.decodeWords(EntryRows.bytes(row, 5)),
                            lifespan,
                            Decider.of(row.getString(9)),
                            row.getString(10),
                            row.getString(11),
                            false,
                            row.getLong(12),
                            row.getLong(13),
                            row.getLong(14));
            if (checksum(key, grant) == row.getLong(15)) {
                return new Old(key, grant, row.getLong(15));
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
                .add(GrantRows.until(grant.lifespan()))
                .add(GrantRows.bus(grant.lifespan()))
                .add(grant.decider().word())
                .add(grant.reason())
                .add(grant.accuracy())
                .add(grant.decided())
                .add(grant.lastUse())
                .add(grant.uses())
                .value();
    }
}
