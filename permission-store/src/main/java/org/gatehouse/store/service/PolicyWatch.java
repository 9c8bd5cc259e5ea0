package org.gatehouse.store.service;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.policy.PolicyLayer;
import org.gatehouse.role.XdgDirectories;
import org.gatehouse.store.EntryKey;

/// What policy says that the store itself heeds: classes that everybody has, and the days after
/// which an unused grant is none.
///
/// Files are read beside everything else, so that nobody waits for them who need not: only where
/// there are some when the service starts, a lookup waits until they are known.
///
/// Threads: any; nothing but [#awaitKnown] waits.
final class PolicyWatch {

    private static final long LATER_SECONDS = 2;

    private final Classes classes;
    private final XdgDirectories directories;
    private final Executor executor;
    private final InstantSource clock;
    private final CompletableFuture<Boolean> known = new CompletableFuture<>();
    private volatile Map<EntryKey, PermissionClass> retired = Map.of();
    private volatile int unusedDays;

    PolicyWatch(
            Classes classes, XdgDirectories directories, Executor executor, InstantSource clock) {
        this.classes = classes;
        this.directories = directories;
        this.executor = executor;
        this.clock = clock;
    }

    /// Begins to follow the files.
    void start() {
        if (hasFiles()) {
            executor.execute(this::follow);
            return;
        }
        known.complete(true);
        CompletableFuture.delayedExecutor(LATER_SECONDS, TimeUnit.SECONDS, executor)
                .execute(this::follow);
    }

    private boolean hasFiles() {
        return Stream.of(PolicyLayer.values())
                .flatMap(layer -> layer.folders(directories).stream())
                .anyMatch(Files::isDirectory);
    }

    private void follow() {
        try {
            classes.policy().onChange(this::read);
            read();
        } finally {
            known.complete(true);
        }
    }

    private void read() {
        var rules = classes.rules();
        unusedDays = rules.unusedDays();
        if (rules.files().isEmpty()) {
            retired = Map.of();
            return;
        }
        var found = new HashMap<EntryKey, PermissionClass>();
        for (var permission : classes.catalogue().all()) {
            if (rules.isRetired(permission)) {
                found.put(HeldGrants.place(permission), permission);
            }
        }
        retired = Map.copyOf(found);
    }

    /// Whether what is laid down is known.
    boolean isKnown() {
        return known.isDone();
    }

    /// Waits until it is: never on a connection's reading thread.
    void awaitKnown() {
        var _ = known.join();
    }

    /// The words that every app has at a place of the store; empty if that is not laid down.
    Optional<List<String>> retired(EntryKey place) {
        return Optional.ofNullable(retired.get(place))
                .map(permission ->
                        permission
                                .row()
                                .form()
                                .write(permission, permission.highest(), clock.instant()));
    }

    /// Days without use after which a grant is none; 0 for never, and until policy is known.
    int unusedDays() {
        return unusedDays;
    }
}
