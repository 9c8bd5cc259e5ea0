package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.Moment;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.Write;

/// A store in a folder of the test's, and what it told.
final class Opened implements AutoCloseable {

    static final Author TEST = new Author(1, "/usr/bin/test");

    final SqlitePermissionStore store;
    final Queue<StoreChange> changes = new ConcurrentLinkedQueue<>();

    private Opened(
            Path dataHome, Path fallback, String bus, Supplier<Moment> clock, int unusedDays) {
        var settings =
                new SqlitePermissionStore.Settings(
                        dataHome, fallback, bus, clock, () -> unusedDays);
        try {
            store = SqlitePermissionStore.open(settings, changes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Opened in(Path dataHome) {
        return readOnly(dataHome, dataHome.resolve("fallback"));
    }

    /// With a folder for a copy to read from.
    static Opened readOnly(Path dataHome, Path fallback) {
        return new Opened(dataHome, fallback, "bus", Moments.ofThisMachine(), 0);
    }

    static Opened in(Path dataHome, String bus, Supplier<Moment> clock) {
        return new Opened(dataHome, dataHome.resolve("fallback"), bus, clock, 0);
    }

    /// With grants that end when they are not used for so many days.
    static Opened forgetting(Path dataHome, Supplier<Moment> clock, int days) {
        return new Opened(dataHome, dataHome.resolve("fallback"), "bus", clock, days);
    }

    /// Writes and waits until it is durable.
    ///
    /// @throws PortalException if the write was refused or failed
    long write(Write write) {
        try {
            return store.submit(write, TEST).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PortalException refused ? refused : e;
        }
    }

    long set(String table, String id, String app, String... words) {
        return write(new Write.SetPermission(EntryKey.of(table, id), true, app, List.of(words)));
    }

    List<String> words(String table, String id, String app) {
        return store.find(EntryKey.of(table, id)).orElseThrow().of(app);
    }

    /// The newest ledger records, newest first.
    List<LedgerRecord> ledger(int count) {
        return store.ledger(LedgerFilter.ALL, 0, count);
    }

    @Override
    public void close() {
        store.close();
    }

    static void copyFolder(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
