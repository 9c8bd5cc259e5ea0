package org.gatehouse.documents.follow;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentTable;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches over the files of all documents, and says which are elsewhere or gone.
///
/// Threads: one platform thread of its own, which may block in the kernel and waits for [Followed];
/// closed from any.
public final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long SETTLES = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUND = TimeUnit.SECONDS.toNanos(60);

    /// Something to be looked at: a document, or all that are in a folder.
    private sealed interface Work {
        record OfDocument(DocumentId id) implements Work {}

        record OfFolder(HostPath folder) implements Work {}
    }

    private final DocumentTable documents;
    private final Followed followed;
    private final Set<Long> devices;
    private final long sweepsAfter;
    private final FolderEvents events;
    private final Held held;
    private final BlockingQueue<Work> work = new LinkedBlockingQueue<>();
    private final Map<DocumentId, Long> due = new HashMap<>();
    private final Map<DocumentId, Long> missing = new HashMap<>();
    private final Thread thread;
    private long nextRound = System.nanoTime() + ROUND;

    private Following(
            DocumentTable documents, Followed followed, Set<Long> devices, Duration sweepsAfter)
            throws IOException {
        this.documents = documents;
        this.followed = followed;
        this.devices = devices;
        this.sweepsAfter = sweepsAfter.toNanos();
        this.events = new FolderEvents(folder -> work.add(new Work.OfFolder(folder)));
        this.held = new Held(events);
        this.thread = Thread.ofPlatform().daemon().name("documents-follow").unstarted(this::run);
    }

    /// Begins to follow what is in the table now and whatever comes.
    ///
    /// @param devices of the file systems on which files are followed, as `FileStatus.device` has
    ///   them
    /// @param sweepsAfter how long a dead document stays, for another file to come to its place
    /// @throws IOException if the kernel has no watches to give
    public static Following start(
            DocumentTable documents, Followed followed, Set<Long> devices, Duration sweepsAfter)
            throws IOException {
        var following = new Following(documents, followed, devices, sweepsAfter);
        documents.listen(id -> following.work.add(new Work.OfDocument(id)));
        documents.all().forEach(each -> following.work.add(new Work.OfDocument(each.id())));
        following.thread.start();
        return following;
    }

    private void run() {
        try {
            while (true) {
                var next = work.poll(untilNext(), TimeUnit.NANOSECONDS);
                if (next != null) {
                    take(next);
                }
                lookAtWhatIsDue();
            }
        } catch (InterruptedException e) {
            held.all().forEach(held::release);
        } catch (RuntimeException e) {
            LOG.warn("documents do not follow their files any longer", e);
        }
    }

    private long untilNext() {
        long next = due.values().stream().mapToLong(Long::longValue).min().orElse(nextRound);
        return Math.max(0, Math.min(next, nextRound) - System.nanoTime());
    }

    private void take(Work next) {
        switch (next) {
            case Work.OfDocument(var id) -> changed(id);
            case Work.OfFolder(var folder) -> held.in(folder).forEach(id -> lookAtIn(id, SETTLES));
        }
    }

    private void lookAtIn(DocumentId id, long nanos) {
        due.merge(id, System.nanoTime() + nanos, Math::min);
    }

    private void changed(DocumentId id) {
        var document = documents.find(id);
        if (document.isEmpty()) {
            held.release(id);
            due.remove(id);
            missing.remove(id);
        } else if (!held.isAt(id, document.get().path()) && !held.isFull()) {
            look(document.get());
        }
    }

    private void lookAtWhatIsDue() {
        long now = System.nanoTime();
        if (now >= nextRound) {
            nextRound = now + ROUND;
            documents.all().forEach(each -> due.putIfAbsent(each.id(), now));
        }
        var ready = List.copyOf(due.entrySet());
        for (var each : ready) {
            if (each.getValue() <= now) {
                due.remove(each.getKey());
                documents.find(each.getKey()).ifPresent(this::look);
            }
        }
    }

    private void look(Document document) {
        switch (Fates.of(document, held.file(document.id()))) {
            case Fate.There(var file) -> there(document, file);
            // what an app did with it through the mount is the app's own business
            case Fate _ when documents.isEmptied(document.id()) -> missing.remove(document.id());
            case Fate.Moved(var path, var anchor) -> {
                missing.remove(document.id());
                followed.moved(document.id(), document.path(), path, anchor);
            }
            case Fate.Deleted _ -> deleted(document);
            case Fate.Unknown _ -> missing.remove(document.id());
        }
    }

    private void there(Document document, Descriptor file) {
        missing.remove(document.id());
        documents.filled(document.id());
        if (isFollowed(file) && (held.file(document.id()) != null || !held.isFull())) {
            if (held.hold(document.id(), document.path(), file)) {
                lookAtIn(document.id(), SETTLES);
            }
        } else {
            file.close();
        }
    }

    private boolean isFollowed(Descriptor file) {
        try {
            return devices.contains(file.status().device());
        } catch (SystemCallException e) {
            return false;
        }
    }

    private void deleted(Document document) {
        long now = System.nanoTime();
        long since = now - missing.computeIfAbsent(document.id(), _ -> now);
        if (since < GRACE) {
            lookAtIn(document.id(), GRACE - since);
        } else if (since < sweepsAfter) {
            documents.deleted(document.id());
            lookAtIn(document.id(), sweepsAfter - since);
        } else {
            missing.remove(document.id());
            LOG.info("the file of document {} was deleted", document.id());
            followed.deleted(document.id(), document.path());
        }
    }

    @Override
    public void close() {
        events.close();
        thread.interrupt();
    }
}
