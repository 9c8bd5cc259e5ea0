package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.gatehouse.store.TableName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the copies up to date behind the writer: the mirror at most once a second, the copies of
/// the database at most once in ten minutes. What takes long is done more rarely still, so that it
/// never takes more than a twentieth of a processor.
///
/// Threads: its own platform thread; [#changed] is called by the writer.
final class Maintenance {

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration MIRROR_PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_COPY = Duration.ofMinutes(1);
    private static final Duration COPY_PAUSE = Duration.ofMinutes(10);
    private static final int RARELY = 20;

    /// A copy of a database up to this size is also made at the end.
    private static final long QUICK_TO_COPY = 8L << 20;

    private final StoreFolder folder;
    private final Mirror mirror;
    private final Thread thread;

    /// Tables that have a file; the writer's.
    private final Set<TableName> known = new HashSet<>();

    private final Object lock = new Object();
    private final Set<TableName> dirty = new HashSet<>();
    private boolean closing;

    private boolean copyIsOld;
    private long nextCopy;

    Maintenance(StoreFolder folder) {
        this.folder = folder;
        this.mirror = new Mirror(folder);
        this.nextCopy = System.nanoTime() + FIRST_COPY.toNanos();
        this.thread = Thread.ofPlatform().name("store-copies").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Says that tables have changed. Tools find a table by its file: the first one of a table is
    /// written before this returns.
    void changed(Set<TableName> tables) {
        for (var table : tables) {
            if (known.add(table) && !mirror.exists(table)) {
                write(Set.of(table), "first");
            }
        }
        synchronized (lock) {
            dirty.addAll(tables);
            lock.notifyAll();
        }
    }

    /// Brings everything up to date and ends the thread.
    void close() throws InterruptedException {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
        thread.join(Duration.ofSeconds(4));
    }

    private void run() {
        try {
            addOutdated();
            while (!isClosing()) {
                long started = System.nanoTime();
                writeNext();
                copyNowAndThen();
                pause(Math.max(MIRROR_PAUSE.toNanos(), RARELY * (System.nanoTime() - started)));
            }
            // what came while the last ones were written
            writeNext();
            mirror.sync();
            copyAtTheEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the copies of the permission store are no longer kept up to date", e);
        }
    }

    /// What the last process left undone.
    private void addOutdated() {
        try {
            var outdated = mirror.outdated();
            synchronized (lock) {
                dirty.addAll(outdated);
            }
        } catch (IOException | SQLException | StoreFault e) {
            LOG.warn("it is not known which table files are up to date: {}", e.toString());
        }
    }

    private void writeNext() throws InterruptedException {
        var tables = next();
        copyIsOld |= !tables.isEmpty();
        write(tables, "all");
    }

    /// Waits for changes, or the end.
    private Set<TableName> next() throws InterruptedException {
        synchronized (lock) {
            while (dirty.isEmpty() && !closing) {
                lock.wait();
            }
            var tables = Set.copyOf(dirty);
            dirty.clear();
            return tables;
        }
    }

    private void write(Set<TableName> tables, String name) {
        try {
            mirror.write(tables, name);
        } catch (IOException | SQLException | StoreFault e) {
            LOG.warn("the table files cannot be brought up to date: {}", e.toString());
            synchronized (lock) {
                dirty.addAll(tables);
            }
        }
    }

    private void copyNowAndThen() {
        if (copyIsOld && System.nanoTime() - nextCopy >= 0) {
            long started = System.nanoTime();
            copy();
            long took = System.nanoTime() - started;
            nextCopy = System.nanoTime() + Math.max(COPY_PAUSE.toNanos(), RARELY * took);
        }
    }

    private void copyAtTheEnd() {
        if (copyIsOld && folder.database().toFile().length() <= QUICK_TO_COPY) {
            copy();
        }
    }

    private void copy() {
        try {
            new Generations(folder).add(folder.database());
            copyIsOld = false;
        } catch (IOException | SQLException e) {
            LOG.warn("no copy of the permission store could be made: {}", e.toString());
        }
    }

    private boolean isClosing() {
        synchronized (lock) {
            return closing;
        }
    }

    private void pause(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (lock) {
            for (long left = nanos; left > 0 && !closing; left = end - System.nanoTime()) {
                lock.wait(left / 1_000_000 + 1);
            }
        }
    }
}
