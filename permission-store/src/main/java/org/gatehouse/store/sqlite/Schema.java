package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The tables of the database, version 1.
///
/// - `entry`: the free-form model of the store; `permissions` is [EntryCodec]'s, so that a change
///   of one app is a change of one row, and an id of a thousand apps is read in one step
/// - `terms`: grants
/// - `ledger`: append-only, `hash` over the row and the hash before it
/// - `known_table`: the number of the last change in each table, and the checksum of the file it
///   was last imported from, so that a file is imported once
/// - `total`: one row, [Totals]
///
/// `checksum` is [Checksum]'s. A later version adds its statements to [#STEPS].
final class Schema {

    static final int VERSION = 1;

    /// `Gate`, in the header of the file.
    static final int APPLICATION = 0x47617465;

    private static final List<List<String>> STEPS =
            List.of(
                    List.of(
                            "CREATE TABLE entry (table_name TEXT NOT NULL, id TEXT NOT NULL, signature TEXT NOT NULL,"
                                    + " data BLOB NOT NULL, permissions BLOB NOT NULL, checksum INTEGER NOT NULL,"
                                    + " PRIMARY KEY (table_name, id)) STRICT, WITHOUT ROWID",
                            "CREATE TABLE terms (table_name TEXT NOT NULL, id TEXT NOT NULL, app TEXT NOT NULL,"
                                    + " kind TEXT NOT NULL, permissions BLOB NOT NULL, lifespan TEXT NOT NULL,"
                                    + " until INTEGER NOT NULL, bus TEXT NOT NULL, decider TEXT NOT NULL, reason TEXT NOT NULL,"
                                    + " accuracy TEXT NOT NULL, decided INTEGER NOT NULL, last_use INTEGER NOT NULL,"
                                    + " uses INTEGER NOT NULL, checksum INTEGER NOT NULL,"
                                    + " PRIMARY KEY (table_name, id, app, kind)) STRICT, WITHOUT ROWID",
                            "CREATE TABLE ledger (sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL,"
                                    + " table_name TEXT NOT NULL, id TEXT NOT NULL, app_kind TEXT NOT NULL, app TEXT NOT NULL,"
                                    + " text TEXT NOT NULL, pid INTEGER NOT NULL, executable TEXT NOT NULL, hash BLOB NOT NULL)"
                                    + " STRICT",
                            "CREATE TABLE known_table (name TEXT PRIMARY KEY, changed INTEGER NOT NULL,"
                                    + " imported INTEGER NOT NULL) STRICT, WITHOUT ROWID",
                            "CREATE TABLE total (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,"
                                    + " entries INTEGER NOT NULL, entry_sum INTEGER NOT NULL, grants INTEGER NOT NULL,"
                                    + " grant_sum INTEGER NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL,"
                                    + " status TEXT NOT NULL) STRICT"));

    private Schema() {}

    /// Brings a database of any earlier version, or an empty one, to this version: in one
    /// transaction.
    static void migrate(Connection connection) throws SQLException {
        int version = number(connection, "PRAGMA user_version");
        if (version == VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var step : STEPS.subList(version, VERSION)) {
                for (var sql : step) {
                    statement.execute(sql);
                }
            }
            if (version == 0) {
                statement.execute("PRAGMA application_id=" + APPLICATION);
                Totals.EMPTY.insert(connection);
            }
            statement.execute("UPDATE total SET version=" + VERSION);
            statement.execute("PRAGMA user_version=" + VERSION);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// Whether the database says of itself what a database of this version says.
    static boolean isOurs(Connection connection) throws SQLException {
        return number(connection, "PRAGMA application_id") == APPLICATION
                && number(connection, "SELECT version FROM total") == VERSION
                && number(connection, "PRAGMA user_version") == VERSION
                && statements(connection).equals(STEPS.stream().flatMap(List::stream).toList());
    }

    private static List<String> statements(Connection connection) throws SQLException {
        var statements = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
