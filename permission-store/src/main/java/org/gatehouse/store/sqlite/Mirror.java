package org.gatehouse.store.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.store.Entry;
import org.gatehouse.store.TableName;
import org.gatehouse.store.gvdb.TableFileWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes tables as files of the reference: for tools that find tables by listing that folder, for
/// going back to the reference store, and for restoring from.
///
/// What an app was granted for a while only, for the session or until a time, is left out: the
/// reference would keep it for ever.
///
/// Threads: any; reads through a connection of its own.
final class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private final StoreFolder folder;
    private final Set<TableName> written = ConcurrentHashMap.newKeySet();

    Mirror(StoreFolder folder) {
        this.folder = folder;
    }

    /// Writes these tables as they are now.
    ///
    /// @param name of the file that is being written; two threads need two
    void write(Set<TableName> tables, String name) throws IOException, SQLException {
        if (tables.isEmpty()) {
            return;
        }
        try (var connection = Connections.writable(folder.database())) {
            for (var table : tables) {
                write(connection, table, folder.own().resolve("mirror-" + name + ".new"));
            }
        }
    }

    /// Makes what was written since the last time durable.
    void sync() {
        for (var table : written) {
            var file = folder.tables().resolve(table.value());
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.force(true);
                StoreFolder.syncFolder(file);
            } catch (IOException e) {
                LOG.warn("{} may not be on the disk yet: {}", file, e.toString());
            }
        }
        written.clear();
    }

    boolean exists(TableName table) {
        return Files.exists(folder.tables().resolve(table.value()));
    }

    /// The tables whose files are missing, or older than the database.
    Set<TableName> outdated() throws IOException, SQLException {
        var outdated = new HashSet<TableName>();
        try (var connection = Connections.writable(folder.database());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT name, changed, imported FROM known_table");
                var arena = java.lang.foreign.Arena.ofConfined()) {
            var files = new HashMap<TableName, TableFiles.TableFile>();
            var tables = new TableFiles(folder, arena);
            tables.read().stream()
                    .filter(tables::isIntact)
                    .forEach(file -> files.put(file.table(), file));
            while (rows.next()) {
                var file = files.get(new TableName(rows.getString(1)));
                if (file == null || !isCurrent(file, rows.getLong(2), rows.getLong(3))) {
                    outdated.add(new TableName(rows.getString(1)));
                }
            }
        }
        return outdated;
    }

    /// A file is current if it is a mirror of the last change, or is where that change came from.
    private static boolean isCurrent(TableFiles.TableFile file, long changed, long imported) {
        return file.mirroredAt().isPresent()
                ? file.mirroredAt().getAsLong() >= changed
                : file.checksum() == imported;
    }

    private void write(Connection connection, TableName table, Path fresh)
            throws IOException, SQLException {
        Files.deleteIfExists(fresh);
        // one transaction: the rows and the sequence belong together
        connection.setAutoCommit(false);
        try (var channel = FileChannel.open(fresh, CREATE_NEW, READ, WRITE);
                var file = new TableFileWriter(channel)) {
            long sequence = Totals.read(connection).sequence();
            writeEntries(connection, table, file);
            file.finish(sequence);
        } finally {
            connection.setAutoCommit(true);
        }
        Files.createDirectories(folder.tables());
        // not synced each time, which would hold up the commits of the database: a file that a
        // power cut
        // leaves half written shows by its checksum, and is written anew
        Files.move(fresh, folder.tables().resolve(table.value()), ATOMIC_MOVE, REPLACE_EXISTING);
        written.add(table);
    }

    private static void writeEntries(Connection connection, TableName table, TableFileWriter file)
            throws IOException, SQLException {
        var temporary = temporary(connection, table);
        try (var query =
                connection.prepareStatement(
                        "SELECT id, signature, data, permissions, checksum FROM entry WHERE table_name=?")) {
            query.setString(1, table.value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getString(1);
                    var entry = EntryRows.read(table.value(), id, rows, 2).entry();
                    file.add(id, without(entry, temporary.getOrDefault(id, List.of())));
                }
            }
        }
    }

    /// Id → apps whose words hold for a while only.
    private static Map<String, List<String>> temporary(Connection connection, TableName table)
            throws SQLException {
        var apps = new HashMap<String, List<String>>();
        for (var row : new GrantRows(connection).temporary()) {
            if (row.key().entry().table().equals(table)) {
                apps.computeIfAbsent(row.key().entry().id(), _ -> new ArrayList<>())
                        .add(row.key().app());
            }
        }
        return apps;
    }

    private static Entry without(Entry entry, List<String> apps) {
        var remaining = entry;
        for (var app : apps) {
            remaining = remaining.without(app);
        }
        return remaining;
    }
}
