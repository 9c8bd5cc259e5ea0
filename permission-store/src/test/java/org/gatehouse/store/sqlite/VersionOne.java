package org.gatehouse.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gatehouse.store.Author;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.StoredValue;

/// A database as version 1 left it.
final class VersionOne {

    static final int ENTRIES = 30;
    static final int RECORDS = 5_000;

    private static final List<String> TABLES =
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
                            + " status TEXT NOT NULL) STRICT");

    private final Connection connection;
    private long entrySum;
    private long grantSum;
    private byte[] hash = new byte[32];

    private VersionOne(Connection connection) {
        this.connection = connection;
    }

    /// Makes `permissions.db` below a `$XDG_DATA_HOME`: ids with one app each, which was granted,
    /// and a ledger.
    ///
    /// @param until the end of the grant under `id1`, in seconds since the epoch
    static void make(Path home, long decided, long until) throws Exception {
        var file = Files.createDirectories(home.resolve("gatehouse")).resolve("permissions.db");
        try (var connection = Connections.building(file)) {
            connection.setAutoCommit(false);
            new VersionOne(connection).fill(decided, until);
            connection.commit();
            connection.setAutoCommit(true);
            Schema.run(connection, "PRAGMA journal_mode=WAL");
        }
    }

    private void fill(long decided, long until) throws SQLException {
        for (var table : TABLES) {
            Schema.run(connection, table);
        }
        Schema.run(connection, "PRAGMA application_id=" + Schema.APPLICATION);
        Schema.run(connection, "PRAGMA user_version=1");
        var entries = new EntryRows(connection);
        for (int i = 0; i < ENTRIES; i++) {
            var entry = new Entry(Map.of("app", List.of("w" + i)), StoredValue.NONE);
            entrySum += entries.put(EntryKey.of("table", "id" + i), entry);
            grant(i, decided, i == 1 ? until : 0);
        }
        for (int i = 1; i <= RECORDS; i++) {
            append(i, decided);
        }
        Schema.run(connection, "INSERT INTO known_table VALUES ('table', " + RECORDS + ", 0)");
        try (var total =
                connection.prepareStatement(
                        "INSERT INTO total VALUES (1, 1, ?, ?, ?, ?, ?, ?, 'GOOD')")) {
            set(total, ENTRIES, entrySum, ENTRIES, grantSum, RECORDS, hash);
        }
    }

    private void grant(int number, long decided, long until) throws SQLException {
        var words = EntryCodec.encode(List.of("w" + number));
        var lifespan = until == 0 ? "always" : "until";
        var id = "id" + number;
        long checksum =
                new Checksum()
                        .add("table")
                        .add(id)
                        .add("app")
                        .add("flatpak")
                        .add(words)
                        .add(lifespan)
                        .add(until)
                        .add("")
                        .add("person")
                        .add("why")
                        .add("EXACT")
                        .add(decided)
                        .add(9)
                        .add(number)
                        .value();
        grantSum += checksum;
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO terms VALUES ('table', ?, 'app', 'flatpak', ?, ?, ?, '', 'person', 'why',"
                                + " 'EXACT', ?, 9, ?, ?)")) {
            set(put, id, words, lifespan, until, decided, number, checksum);
        }
    }

    private void append(long sequence, long time) throws SQLException {
        var kind = sequence == 77 ? LedgerEvent.Kind.EXPIRED : LedgerEvent.Kind.USED;
        var event = new LedgerEvent(kind, "table", "id1", "flatpak", "app", "");
        var author = new Author(1, "/usr/bin/test");
        hash = new LedgerHash().of(hash, new LedgerRecord(sequence, time, event, author, true));
        try (var append =
                connection.prepareStatement(
                        "INSERT INTO ledger VALUES (?, ?, ?, 'table', 'id1', 'flatpak', 'app', '', 1,"
                                + " '/usr/bin/test', ?)")) {
            set(append, sequence, time, kind.word(), hash);
        }
    }

    private static void set(java.sql.PreparedStatement statement, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
