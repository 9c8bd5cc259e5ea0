package org.gatehouse.store.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.Permissions1.GrantChanged;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what holds for an app whenever that has changed, by whatever tool.
///
/// Threads: [#changed] is called on the store's writer thread and only passes the change on; what
/// it means is found out on the executor's, one batch after another.
final class GrantAnnouncer {

    private static final Logger LOG = LoggerFactory.getLogger(GrantAnnouncer.class);

    private final Queue<StoreChange> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Catalogue catalogue;
    private final GrantLists lists;
    private final Consumer<GrantChanged> signal;
    private final Executor executor;

    /// Where the classes are kept; null until the first change had the catalogue read.
    private volatile @Nullable Map<EntryKey, PermissionClass> places;

    /// Rows that name no kind, as far as changes have been told of.
    private final Set<Row> rawRows = new HashSet<>();

    private record Row(EntryKey entry, String app) {}

    /// @param kind the word of a kind of app, `""` for a row that names none
    private record Changed(Row row, String kind) {}

    GrantAnnouncer(
            Catalogue catalogue,
            GrantLists lists,
            Consumer<GrantChanged> signal,
            Executor executor) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.signal = signal;
        this.executor = executor;
    }

    /// An entry has changed.
    void changed(StoreChange change) {
        var known = places;
        if (known != null && !known.containsKey(change.key())) {
            return;
        }
        waiting.add(change);
        run();
    }

    private void run() {
        if (!waiting.isEmpty() && running.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            tell(batch());
        } catch (PortalException e) {
            LOG.warn("changes of grants could not be told: {}", e.getMessage());
        } finally {
            running.set(false);
            run();
        }
    }

    private List<StoreChange> batch() {
        var batch = new ArrayList<StoreChange>();
        for (var change = waiting.poll(); change != null; change = waiting.poll()) {
            batch.add(change);
        }
        return batch;
    }

    /// An app that changed more than once in a batch is told of once, as it is at the end.
    private void tell(List<StoreChange> batch) {
        var known = places();
        var changed = new LinkedHashMap<Changed, Long>();
        batch.stream()
                .filter(change -> known.containsKey(change.key()))
                .forEach(change -> changed(change, each -> changed.put(each, change.sequence())));
        changed.forEach(this::tell);
    }

    private Map<EntryKey, PermissionClass> places() {
        var known = places;
        if (known == null) {
            known = new HashMap<>();
            for (var permission : catalogue.all()) {
                known.put(HeldGrants.place(permission), permission);
            }
            places = known;
        }
        return known;
    }

    private void changed(StoreChange change, Consumer<Changed> found) {
        change.grants()
                .forEach(key ->
                        found.accept(
                                new Changed(new Row(key.entry(), key.app()), key.kind().word())));
        apps(change)
                .map(app -> new Row(change.key(), app))
                .filter(row -> rawRows.contains(row) || isRaw(row, change))
                .forEach(row -> found.accept(new Changed(row, "")));
    }

    /// The apps whose words have changed.
    private static Stream<String> apps(StoreChange change) {
        var before = change.before().permissions();
        Map<String, List<String>> after =
                change.deleted() ? Map.of() : change.entry().permissions();
        var apps = new HashSet<>(before.keySet());
        apps.addAll(after.keySet());
        return apps.stream().filter(app -> differs(before.get(app), after.get(app)));
    }

    private static boolean differs(@Nullable List<String> before, @Nullable List<String> after) {
        return before == null || !before.equals(after);
    }

    /// Whether a row names no kind: words have changed, and no grant with them; or a grant has
    /// gone, and words are there that it does not stand for.
    private boolean isRaw(Row row, StoreChange change) {
        return change.grants().stream().noneMatch(key -> key.app().equals(row.app()))
                || lists.find(which(row, "")).stream().findAny().isPresent();
    }

    private Which which(Row row, String kind) {
        return new Which(
                Optional.ofNullable(places().get(row.entry())),
                Optional.of(kind),
                Optional.of(row.app()));
    }

    private void tell(Changed changed, long sequence) {
        var permission = places().get(changed.row().entry());
        if (permission == null) {
            return;
        }
        var now = lists.find(which(changed.row(), changed.kind()));
        if (changed.kind().isEmpty()) {
            var _ = now.isEmpty() ? rawRows.remove(changed.row()) : rawRows.add(changed.row());
        }
        signal.accept(
                new GrantChanged(
                        permission.id(),
                        changed.kind(),
                        changed.row().app(),
                        now.stream().findFirst().orElse(Map.of()),
                        new UInt64(sequence)));
    }
}
