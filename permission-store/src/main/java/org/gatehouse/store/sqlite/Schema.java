package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tables of the database, version 2.
///
/// - `entry`: the free-form model of the store; `permissions` is [EntryCodec]'s, so that a change
///   of one app is a change of one row, and an id of a thousand apps is read in one step
/// - `terms`: grants, each with when it was made ([Made])
/// - `ledger`: append-only, `hash` over the row and the hash before it
/// - `ledger_block`, `ledger_span`: what is to be found in so many rows of the ledger
///   ([LedgerMarks]); the blocks of a full span are in its row, which is read at once; what is
///   missing is looked for in the rows themselves
/// - `known_table`: the number of the last change in each table, and the checksum of the file it
///   was last imported from, so that a file is imported once
/// - `deferred`: questions that wait
/// - `undo`: what the newest changes have changed, one row for those that were committed together
/// - `day`: one row, [Days]
/// - `total`: one row, [Totals]
///
/// `checksum` is [Checksum]'s. A later version adds a step to [#STEPS].
final class Schema {

    static final int VERSION = 2;

    /// `Gate`, in the header of the file.
    static final int APPLICATION = 0x47617465;

    /// What brings a database from a version to the next.
    @FunctionalInterface
    interface Step {
        void run(Connection connection) throws SQLException;
    }

    /// From version 1, which is the first, to 2, and so on.
    private static final List<Step> STEPS = List.of(SecondVersion::migrate);

    static final String TERMS =
            "CREATE TABLE terms (table_name TEXT NOT NULL, id TEXT NOT NULL, app TEXT NOT NULL, kind TEXT NOT NULL,"
                    + " permissions BLOB NOT NULL, lifespan TEXT NOT NULL, until INTEGER NOT NULL, bus TEXT NOT NULL,"
                    + " decider TEXT NOT NULL, reason TEXT NOT NULL, accuracy TEXT NOT NULL, implied INTEGER NOT NULL,"
                    + " decided INTEGER NOT NULL, last_use INTEGER NOT NULL, uses INTEGER NOT NULL,"
                    + " sequence INTEGER NOT NULL, made INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER NOT NULL,"
                    + " seen_time INTEGER NOT NULL, seen_days INTEGER NOT NULL, checksum INTEGER NOT NULL,"
                    + " PRIMARY KEY (table_name, id, app, kind)) STRICT, WITHOUT ROWID";

    static final String TOTAL =
            "CREATE TABLE total (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,"
                    + " entries INTEGER NOT NULL, entry_sum INTEGER NOT NULL, grants INTEGER NOT NULL,"
                    + " grant_sum INTEGER NOT NULL, others INTEGER NOT NULL, other_sum INTEGER NOT NULL,"
                    + " sequence INTEGER NOT NULL, hash BLOB NOT NULL, latest INTEGER NOT NULL, status TEXT NOT NULL) STRICT";

    /// What version 2 has and version 1 had not.
    static final List<String> NEW_IN_2 =
            List.of(
                    "CREATE TABLE ledger_block (number INTEGER PRIMARY KEY, oldest INTEGER NOT NULL,"
                            + " newest INTEGER NOT NULL, marks BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT",
                    "CREATE TABLE ledger_span (number INTEGER PRIMARY KEY, oldest INTEGER NOT NULL,"
                            + " newest INTEGER NOT NULL, marks BLOB NOT NULL, checksum INTEGER NOT NULL,"
                            + " blocks BLOB NOT NULL, blocks_checksum INTEGER NOT NULL) STRICT",
                    "CREATE TABLE deferred (question INTEGER PRIMARY KEY, class TEXT NOT NULL, kind TEXT NOT NULL,"
                            + " app TEXT NOT NULL, level TEXT NOT NULL, reason TEXT NOT NULL, why TEXT NOT NULL,"
                            + " time INTEGER NOT NULL, times INTEGER NOT NULL, asked INTEGER NOT NULL,"
                            + " checksum INTEGER NOT NULL) STRICT",
                    "CREATE TABLE undo (batch INTEGER PRIMARY KEY, steps INTEGER NOT NULL, content BLOB NOT NULL,"
                            + " checksum INTEGER NOT NULL) STRICT",
                    "CREATE TABLE day (one INTEGER PRIMARY KEY CHECK (one = 1), date INTEGER NOT NULL,"
                            + " days INTEGER NOT NULL, boot TEXT NOT NULL, since_boot INTEGER NOT NULL,"
                            + " checksum INTEGER NOT NULL) STRICT");

    private static final List<String> UNCHANGED =
            List.of(
                    "CREATE TABLE entry (table_name TEXT NOT NULL, id TEXT NOT NULL, signature TEXT NOT NULL,"
                            + " data BLOB NOT NULL, permissions BLOB NOT NULL, checksum INTEGER NOT NULL,"
                            + " PRIMARY KEY (table_name, id)) STRICT, WITHOUT ROWID",
                    "CREATE TABLE ledger (sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL,"
                            + " table_name TEXT NOT NULL, id TEXT NOT NULL, app_kind TEXT NOT NULL, app TEXT NOT NULL,"
                            + " text TEXT NOT NULL, pid INTEGER NOT NULL, executable TEXT NOT NULL, hash BLOB NOT NULL)"
                            + " STRICT",
                    "CREATE TABLE known_table (name TEXT PRIMARY KEY, changed INTEGER NOT NULL,"
                            + " imported INTEGER NOT NULL) STRICT, WITHOUT ROWID");

    private Schema() {}

    /// Brings a database of any earlier version, or an empty one, to this version: in one
    /// transaction.
    ///
    /// @throws StoreFault if what an earlier version wrote is damaged
    static void migrate(Connection connection) throws SQLException {
        int version = number(connection, "PRAGMA user_version");
        if (version == VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            if (version == 0) {
                make(connection);
            } else {
                for (var step : STEPS.subList(version - 1, VERSION - 1)) {
                    step.run(connection);
                }
            }
            run(connection, "UPDATE total SET version=" + VERSION);
            run(connection, "PRAGMA user_version=" + VERSION);
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void make(Connection connection) throws SQLException {
        for (var sql : statements()) {
            run(connection, sql);
        }
        run(connection, "PRAGMA application_id=" + APPLICATION);
        Totals.EMPTY.insert(connection);
        Days.NONE.write(connection);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether the database says of itself what a database of this version says.
    static boolean isOurs(Connection connection) throws SQLException {
        return number(connection, "PRAGMA application_id") == APPLICATION
                && number(connection, "SELECT version FROM total") == VERSION
                && number(connection, "PRAGMA user_version") == VERSION
                && statementsOf(connection).equals(statements());
    }

    private static Set<String> statements() {
        var statements = new HashSet<>(UNCHANGED);
        statements.addAll(NEW_IN_2);
        statements.add(TERMS);
        statements.add(TOTAL);
        return statements;
    }

    private static Set<String> statementsOf(Connection connection) throws SQLException {
        var statements = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
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
