package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Entry;
import org.gatehouse.store.Moment;
import org.gatehouse.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the writer does between writes: restores a database that was found damaged, opens one for
/// writing that could only be read, writes the revocations that could not be written, ends grants.
///
/// Threads: the writer's.
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /// More room than any one write takes.
    private static final int PROBE_BYTES = 256 * 1024;

    /// What cannot be done now is tried again after this.
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final State state;
    private final StoreFolder folder;
    private final Committing committing;
    private final Supplier<Moment> clock;
    private final Expiry expiry = new Expiry();
    private final Unused unused;
    private volatile boolean endingGiven;
    private long nextLook = System.nanoTime();

    Upkeep(
            State state,
            StoreFolder folder,
            Committing committing,
            SqlitePermissionStore.Settings settings) {
        this.state = state;
        this.folder = folder;
        this.committing = committing;
        this.clock = settings.clock();
        this.unused = new Unused(settings.unusedDays());
    }

    /// Looks at grants that may end the next time.
    void expectEnding() {
        endingGiven = true;
    }

    /// Does what is to be done.
    ///
    /// @return in how many nanoseconds there is something to be done again
    long run() {
        var damage = state.damage();
        if (damage != null) {
            replaceDatabase(damage);
        } else if (state.isOpen() && !state.database().isWritable() && hasRoom()) {
            openForWriting();
        }
        if (!state.isOpen()) {
            return RETRY_NANOS;
        }
        writeHeldRevocations();
        if (endingGiven) {
            endingGiven = false;
            expiry.reset();
        }
        boolean isDone = endGrants();
        boolean isWell = isDone && state.isWritable() && state.held.entries().isEmpty();
        return isWell ? Math.min(expiry.pause(), Unused.PAUSE_NANOS) : RETRY_NANOS;
    }

    private void replaceDatabase(String damage) {
        close();
        try {
            state.use(new Opening(folder).reopen(damage));
            expiry.reset();
        } catch (StoreFault | SQLException e) {
            LOG.error(
                    "the permission store can be neither read nor restored; everything is refused",
                    e);
        }
    }

    private void openForWriting() {
        try {
            var database = new Opening(folder).open();
            close();
            state.use(database);
            expiry.reset();
            LOG.info("the permission store is open for writing");
        } catch (StoreFault | SQLException e) {
            LOG.debug("still cannot be opened for writing", e);
        }
    }

    private void close() {
        try {
            var old = state.database();
            state.useNone();
            old.close();
        } catch (SQLException e) {
            LOG.debug("a damaged database does not close", e);
        }
    }

    private boolean hasRoom() {
        Path probe = folder.own().resolve("probe.new");
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            try {
                Files.deleteIfExists(probe);
            } catch (IOException e) {
                LOG.debug("the probe stays", e);
            }
        }
    }

    private void writeHeldRevocations() {
        if (state.held.entries().isEmpty() || !state.database().isWritable()) {
            return;
        }
        var jobs = new ArrayList<Job>();
        state.held
                .entries()
                .forEach((key, held) -> {
                    Write write =
                            held.entry()
                                    .<Write>map(entry -> set(key, entry))
                                    .orElseGet(() -> new Write.Delete(key));
                    jobs.add(new Job(write, held.author()));
                });
        committing.commit(jobs);
    }

    private static Write set(org.gatehouse.store.EntryKey key, Entry entry) {
        return new Write.Set(key, true, entry.permissions(), entry.data());
    }

    /// @return whether it could be done
    private boolean endGrants() {
        try {
            var now = clock.get();
            var due = new ArrayList<>(expiry.due(state, now));
            if (System.nanoTime() - nextLook >= 0) {
                nextLook = System.nanoTime() + Unused.PAUSE_NANOS;
                countDay(now);
                due.addAll(unused.due(state, now));
            }
            if (!due.isEmpty()) {
                committing.commit(due);
            }
            return true;
        } catch (SQLException | StoreFault | PortalException e) {
            LOG.warn("grants that are over cannot be ended now: {}", e.toString());
            expiry.reset();
            return false;
        }
    }

    private void countDay(Moment now) throws SQLException {
        var days = state.days().at(now);
        if (!days.equals(state.days()) && state.database().isWritable()) {
            state.database().put(days);
            state.setDays(days);
        }
    }
}
