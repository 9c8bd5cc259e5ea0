package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.sqlite.TableFiles.TableFile;

/// Makes a database from table files, alone or on top of a copy.
///
/// Threads: one at a time.
final class Building {

    private final StoreFolder folder;

    Building(StoreFolder folder) {
        this.folder = folder;
    }

    /// Completes the database that is being made, from the files that are newer than it, and puts
    /// it in place.
    void build(List<TableFile> files, StoreStatus status) throws IOException, SQLException {
        var fresh = folder.fresh(folder.database());
        try (var connection = Connections.building(fresh)) {
            Schema.migrate(connection);
            connection.setAutoCommit(false);
            var importing = new Importing(connection);
            long sequence = importing.totals().sequence();
            importing.continueAfter(newest(files));
            for (var file : files) {
                if (file.mirroredAt().orElse(Long.MAX_VALUE) > sequence) {
                    importing.replace(file, "");
                }
            }
            importing.continueAfter(
                    files.stream().mapToLong(file -> file.mirroredAt().orElse(0)).max().orElse(0));
            if (status != StoreStatus.GOOD) {
                importing.set(status);
                importing.record(
                        LedgerEvent.aboutTheStore(
                                LedgerEvent.Kind.CHANGED, "database " + status.name()));
            }
            importing.finish();
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
            }
        }
        // the log of the old one would be taken for the log of the new one
        StoreFolder.deleteLogs(folder.database());
        StoreFolder.replace(fresh, folder.database());
    }

    static List<TableFile> whole(TableFiles tables, List<TableFile> files) {
        return files.stream().filter(tables::isWhole).toList();
    }

    static long newest(List<TableFile> mirrors) {
        return mirrors.stream().mapToLong(file -> file.mirroredAt().orElse(0)).max().orElse(0);
    }
}
