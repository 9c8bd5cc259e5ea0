package org.gatehouse.store.sqlite;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where the store keeps its files.
///
/// @param own the folder of the database, its copies and what is being written
/// @param tables the folder of the reference's table files
record StoreFolder(Path own, Path tables) {

    private static final String DATABASE = "permissions.db";

    /// Below a `$XDG_DATA_HOME`.
    static StoreFolder in(Path dataHome) {
        return new StoreFolder(dataHome.resolve("gatehouse"), dataHome.resolve("flatpak/db"));
    }

    /// The same tables, with a database elsewhere.
    StoreFolder withOwn(Path otherOwn) {
        return new StoreFolder(otherOwn, tables);
    }

    Path database() {
        return own.resolve(DATABASE);
    }

    Path lock() {
        return own.resolve("permissions.lock");
    }

    /// A copy of the database; 1 is the newest.
    Path generation(int number) {
        return own.resolve("permissions.backup-" + number);
    }

    Path damaged() {
        return own.resolve("permissions.damaged");
    }

    /// Where the next content of a file is written.
    Path fresh(Path file) {
        return own.resolve(file.getFileName() + ".new");
    }

    /// Makes the folders, readable by nobody else.
    void create() throws IOException {
        var onlyOwner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(own, PosixFilePermissions.asFileAttribute(onlyOwner));
        Files.createDirectories(tables, PosixFilePermissions.asFileAttribute(onlyOwner));
    }

    /// Puts a complete file in the place of another, so that at any moment, also after a crash, one
    /// of the two is there.
    static void replace(Path fresh, Path file) throws IOException {
        try (var channel = FileChannel.open(fresh, WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        syncFolder(file);
    }

    /// Makes a new or lost name durable.
    static void syncFolder(Path file) throws IOException {
        try (var folder = FileChannel.open(file.resolveSibling("."), READ)) {
            folder.force(true);
        }
    }

    /// Removes a database with what SQLite keeps beside it.
    static void delete(Path database) throws IOException {
        deleteLogs(database);
        Files.deleteIfExists(database);
    }

    /// Removes what SQLite keeps beside a database.
    static void deleteLogs(Path database) throws IOException {
        for (var suffix : new String[] {"-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
    }

    /// Removes what was being written when an earlier process ended.
    void sweep() throws IOException {
        try (var files = Files.newDirectoryStream(own, "*.new*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
