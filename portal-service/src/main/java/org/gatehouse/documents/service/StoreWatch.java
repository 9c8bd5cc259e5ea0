package org.gatehouse.documents.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.Subscription;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.documents.service.Entries.StoreTrouble;
import org.gatehouse.documents.service.Entries.Trouble;
import org.gatehouse.protocol.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the table of documents as the permission store has it: reads all of it at the start and
/// when a store comes, and then hears of what others change.
///
/// A change that is told may be an echo of our own, and older than what has been answered since. So
/// what a signal says is compared with the table, and where they differ, the store is asked, in the
/// document's turn.
///
/// Threads: signals on threads of the bus layer, which may wait; reading on virtual ones, which
/// make no native calls.
final class StoreWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final int READERS = 24;
    private static final long RETRY_MILLIS = 500;

    private final BusConnection bus;
    private final DocumentTable documents;
    private final Entries entries;
    private final Kept kept;
    private final Turns turns;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final AtomicBoolean paying = new AtomicBoolean();
    private List<Subscription> subscriptions = List.of();
    private volatile boolean closed;

    StoreWatch(
            BusConnection bus, DocumentTable documents, Entries entries, Kept kept, Turns turns) {
        this.bus = bus;
        this.documents = documents;
        this.entries = entries;
        this.kept = kept;
        this.turns = turns;
    }

    /// Begins to listen, and then reads everything on another thread.
    void start() {
        subscriptions =
                List.of(
                        bus.subscribe(
                                PermissionStore.Changed.class,
                                Entries.STORE,
                                Entries.STORE_PATH,
                                (change, _) -> changed(change)),
                        bus.peers().onOwnerChange(Entries.STORE, (_, now) -> owner(now)));
        Thread.ofVirtual().name("documents-load").start(this::load);
        kept.whenOwed(this::paySoon);
    }

    /// Completes when everything that the store has is in the table, or there is no store.
    CompletableFuture<Void> loaded() {
        return loaded;
    }

    private void load() {
        try {
            readAll();
        } catch (RuntimeException e) {
            LOG.warn("documents cannot be read", e);
        }
        loaded.complete(null);
    }

    private void owner(String now) {
        if (!now.isEmpty()) {
            Thread.ofVirtual().name("documents-load").start(this::load);
        }
    }

    /// Makes table and store agree about everything that either has.
    private void readAll() {
        try {
            var ids = entries.ids().stream().flatMap(id -> DocumentId.parse(id).stream());
            settleAll(Stream.concat(ids, persistent()).collect(Collectors.toSet()));
        } catch (StoreTrouble e) {
            if (e.trouble() == Trouble.ABSENT) {
                LOG.info("no permission store yet: {}", e.getMessage());
            } else {
                LOG.warn("documents cannot be read from the permission store", e);
            }
        }
    }

    private Stream<DocumentId> persistent() {
        return documents.all().stream().filter(Document::isPersistent).map(Document::id);
    }

    /// Many at a time: the answers take longer than the questions.
    private void settleAll(Set<DocumentId> ids) {
        var left = new ConcurrentLinkedQueue<>(ids);
        var readers =
                Stream.generate(() -> Thread.ofVirtual().unstarted(() -> drain(left)))
                        .limit(Math.min(READERS, ids.size()))
                        .toList();
        readers.forEach(Thread::start);
        readers.forEach(StoreWatch::join);
    }

    private void drain(ConcurrentLinkedQueue<DocumentId> ids) {
        for (var id = ids.poll(); id != null; id = ids.poll()) {
            settle(id);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean settle(DocumentId id) {
        return turns.take(
                List.of(id),
                () -> {
                    try {
                        kept.settle(id);
                        return true;
                    } catch (StoreTrouble e) {
                        LOG.debug("document {} is as it was: {}", id, e.getMessage());
                        return false;
                    }
                });
    }

    private void changed(PermissionStore.Changed change) {
        if (!change.table().equals(Entries.TABLE)) {
            return;
        }
        DocumentId.parse(change.id())
                .filter(id -> !isKnown(id, change))
                .ifPresent(id -> differs(id, change.deleted()));
    }

    private boolean isKnown(DocumentId id, PermissionStore.Changed change) {
        var here = documents.find(id);
        var told =
                change.deleted()
                        ? Optional.<Document>empty()
                        : DocumentRow.parse(id, change.permissions(), change.data());
        return here.equals(told);
    }

    private void differs(DocumentId id, boolean deleted) {
        if (deleted) {
            // by somebody else: what is ours to delete is not in the table any longer
            turns.take(
                    List.of(id),
                    () -> {
                        kept.deletedElsewhere(id);
                        return true;
                    });
        }
        settle(id);
    }

    /// What is owed to a store that is there; one that comes reads everything anyhow.
    private void paySoon() {
        if (paying.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(
                            RETRY_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(this::payOwed);
        }
    }

    private void payOwed() {
        paying.set(false);
        if (closed || bus.peers().owner(Entries.STORE).isEmpty()) {
            return;
        }
        for (var id : kept.owed()) {
            if (!settle(id)) {
                paySoon();
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(Subscription::close);
    }
}
