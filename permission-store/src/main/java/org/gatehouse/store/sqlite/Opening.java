package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.sqlite.TableFiles.TableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the database, whatever state it is in.
///
/// - There is none: it is made, with what the reference's table files hold, under another name, and
///   renamed once it is whole and on the disk.
/// - It is damaged: it is set aside and made anew from the newest copy and the table files, which
///   are newer. Where neither is left, the store says of itself that it is [StoreStatus#LOST].
/// - A table file was written by another program meanwhile, such as the reference store: the table
///   is taken over.
/// - A table file is a mirror of a later state than the database: the database has lost writes; the
///   table is restored from the mirror.
///
/// Threads: one at a time.
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final StoreFolder folder;

    Opening(StoreFolder folder) {
        this.folder = folder;
    }

    /// Opens it for writing.
    ///
    /// @throws StoreFault `UNWRITABLE` if files cannot be written
    Database open() {
        try {
            folder.create();
            folder.sweep();
            prepare();
            return new Database(folder.database(), true);
        } catch (IOException e) {
            throw StoreFault.of(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Restores the database, which turned out to be damaged while it was in use, and opens it.
    ///
    /// @throws StoreFault `UNWRITABLE` if files cannot be written
    Database reopen(String damage) {
        try (var arena = Arena.ofShared()) {
            var tables = new TableFiles(folder, arena);
            restore(Building.whole(tables, tables.read()), damage);
            return new Database(folder.database(), true);
        } catch (IOException e) {
            throw StoreFault.of(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Opens what there is for reading only, as a copy in another folder.
    Database openCopy(Path elsewhere) {
        try {
            var copy = folder.withOwn(elsewhere);
            Files.createDirectories(elsewhere);
            copy.sweep();
            StoreFolder.delete(copy.database());
            for (var name :
                    List.of("permissions.db", "permissions.db-wal", "permissions.backup-1")) {
                var source = folder.own().resolve(name);
                Files.deleteIfExists(elsewhere.resolve(name));
                if (Files.isRegularFile(source)) {
                    Files.copy(source, elsewhere.resolve(name));
                }
            }
            new Opening(copy).prepare();
            return new Database(copy.database(), false);
        } catch (IOException e) {
            throw StoreFault.of(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void prepare() throws IOException, SQLException {
        try (var arena = Arena.ofShared()) {
            var tables = new TableFiles(folder, arena);
            var files = tables.read();
            if (!Files.exists(folder.database()) && !Files.exists(folder.generation(1))) {
                new Building(folder).build(Building.whole(tables, files), StoreStatus.GOOD);
                return;
            }
            try {
                migrate();
                catchUp(tables, files);
            } catch (StoreFault e) {
                if (e.kind() == StoreFault.Kind.UNWRITABLE) {
                    throw e;
                }
                restore(Building.whole(tables, files), String.valueOf(e.getMessage()));
            }
        }
    }

    private void migrate() {
        if (!Files.exists(folder.database())) {
            throw StoreFault.damaged("the database is gone");
        }
        Verification.checkHeader(folder.database());
        try (var connection = Connections.writable(folder.database())) {
            Schema.migrate(connection);
            if (Verification.isSmall(folder.database())) {
                Verification.checkContent(connection);
            } else {
                Verification.checkOutline(connection);
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Takes over what other programs wrote, and what the database has lost.
    private void catchUp(TableFiles tables, List<TableFile> files) {
        if (files.isEmpty()) {
            return;
        }
        try (var connection = Connections.writable(folder.database())) {
            connection.setAutoCommit(false);
            var importing = new Importing(connection);
            var imported = importing.imported();
            long sequence = importing.totals().sequence();
            var newer =
                    files.stream().filter(file -> file.mirroredAt().orElse(0) > sequence).toList();
            var lost = Building.whole(tables, newer);
            importing.continueAfter(Building.newest(lost));
            for (var file : files) {
                boolean foreign = file.mirroredAt().isEmpty();
                if (foreign
                        && imported.getOrDefault(file.table(), 0L) != file.checksum()
                        && tables.isWhole(file)) {
                    LOG.warn(
                            "table {} was changed by another program, and is taken over",
                            file.table());
                    importing.replace(
                            file, "changed by another program while the store was not running");
                }
                if (lost.contains(file)) {
                    LOG.error(
                            "the database has lost writes to table {}: restored from its mirror",
                            file.table());
                    importing.replace(file, "restored from the mirror");
                    importing.set(StoreStatus.RESTORED);
                }
            }
            importing.continueAfter(
                    files.stream().mapToLong(file -> file.mirroredAt().orElse(0)).max().orElse(0));
            importing.finish();
            connection.commit();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void restore(List<TableFile> files, String damage) throws IOException, SQLException {
        if (Files.exists(folder.database())) {
            Files.copy(
                    folder.database(),
                    folder.damaged(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        var fresh = folder.fresh(folder.database());
        var generation = new Generations(folder).copyNewestTo(fresh);
        boolean anything = generation.isPresent() || !files.isEmpty();
        LOG.error(
                "the permission database was damaged ({}); {}; the damaged file is {}",
                damage,
                anything
                        ? "restored from " + generation.orElse("the table files")
                        : "nothing to restore it from: what was decided is lost, and is refused until decided anew",
                folder.damaged());
        new Building(folder).build(files, anything ? StoreStatus.RESTORED : StoreStatus.LOST);
    }
}
