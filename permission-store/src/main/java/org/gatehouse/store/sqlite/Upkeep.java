package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import org.gatehouse.store.Entry;
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

    private final State state;
    private final StoreFolder folder;
    private final Committing committing;
    private final Expiry expiry;

    Upkeep(State state, StoreFolder folder, Committing committing, Expiry expiry) {
        this.state = state;
        this.folder = folder;
        this.committing = committing;
        this.expiry = expiry;
    }

    /// Does what is to be done.
    void run() {
        var damage = state.damage();
        if (damage != null) {
            replaceDatabase(damage);
        } else if (state.isOpen() && !state.database().isWritable() && hasRoom()) {
            openForWriting();
        }
        if (state.isOpen()) {
            writeHeldRevocations();
            endGrants();
        }
    }

    private void replaceDatabase(String damage) {
        close();
        try {
            var database = new Opening(folder).reopen(damage);
            state.use(database, database.totals());
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
            state.use(database, database.totals());
            LOG.info("the permission store is open for writing");
        } catch (StoreFault | SQLException e) {
            LOG.debug("still cannot be opened for writing", e);
        }
    }

    private void close() {
        try {
            var old = state.database();
            state.use(null, Totals.EMPTY);
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

    private void endGrants() {
        try {
            var due = expiry.due(state.database(), state.totals());
            if (!due.isEmpty()) {
                committing.commit(due);
            }
        } catch (SQLException e) {
            LOG.warn("grants that are over cannot be ended now: {}", e.toString());
        }
    }
}
