package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Entry;
import org.gatehouse.store.Moment;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.TableName;
import org.gatehouse.store.Write;
import org.gatehouse.store.WriteRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits groups of writes, and answers each once it is durable, or cannot be.
///
/// A write that takes something away from an app and cannot be written takes effect in memory: its
/// caller is told that it failed, and everybody that it holds.
///
/// Threads: the writer's.
final class Committing {

    private static final Logger LOG = LoggerFactory.getLogger(Committing.class);

    private final State state;
    private final Supplier<Moment> clock;
    private final Consumer<StoreChange> changes;
    private final Consumer<Set<TableName>> changedTables;

    Committing(
            State state,
            Supplier<Moment> clock,
            Consumer<StoreChange> changes,
            Consumer<Set<TableName>> changedTables) {
        this.state = state;
        this.clock = clock;
        this.changes = changes;
        this.changedTables = changedTables;
    }

    private sealed interface Outcome {

        record Applied(Job job, Group.Applied applied) implements Outcome {}

        record Refused(Job job, PortalException reason) implements Outcome {}
    }

    /// Carries out a group, in order.
    void commit(List<Job> jobs) {
        try {
            var outcomes = apply(jobs);
            outcomes.forEach(this::answer);
        } catch (SQLException e) {
            failed(jobs, StoreFault.of(e));
        } catch (StoreFault e) {
            failed(jobs, e);
        } catch (RuntimeException e) {
            LOG.error("a write failed", e);
            rollback();
            jobs.forEach(job -> job.done().completeExceptionally(e));
        }
    }

    private List<Outcome> apply(List<Job> jobs) throws SQLException {
        var database = state.database();
        if (!database.isWritable()) {
            throw StoreFault.of(new java.io.IOException("it is open for reading only"));
        }
        database.begin();
        var group = group();
        long now = clock.get().time();
        var outcomes = new ArrayList<Outcome>();
        for (var job : jobs) {
            try {
                outcomes.add(new Outcome.Applied(job, group.apply(job.write(), job.author(), now)));
            } catch (PortalException e) {
                outcomes.add(new Outcome.Refused(job, e));
            }
        }
        state.setTotals(group.commit());
        changedTables.accept(group.tables());
        setWritable(true, "");
        return outcomes;
    }

    private Group group() {
        return new Group(state.database(), state.cache, state.held.entries(), state.totals());
    }

    private void answer(Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied(var job, var applied) -> {
                if (applied.change() != null) {
                    changes.accept(applied.change());
                }
                job.done().complete(applied.sequence());
            }
            case Outcome.Refused(var job, var reason) -> job.done().completeExceptionally(reason);
        }
    }

    private void failed(List<Job> jobs, StoreFault fault) {
        LOG.debug("writes failed", fault);
        rollback();
        if (jobs.size() > 1) {
            // one of them may be too large for what room is left, and the others not
            jobs.forEach(job -> commit(List.of(job)));
            return;
        }
        if (fault.kind() == StoreFault.Kind.DAMAGED) {
            state.setDamage(String.valueOf(fault.getMessage()));
        } else {
            setWritable(false, String.valueOf(fault.getMessage()));
        }
        var job = jobs.getFirst();
        try {
            var revoked = holdRevocation(job);
            revoked.ifPresent(changes);
            job.done()
                    .completeExceptionally(
                            PortalException.failed(
                                    revoked.isPresent()
                                            ? "revoked as long as the store runs, but it cannot be written now"
                                            : "the permission store cannot be written now"));
        } catch (PortalException e) {
            job.done().completeExceptionally(e);
        } catch (SQLException | StoreFault e) {
            job.done()
                    .completeExceptionally(
                            PortalException.failed("the permission store cannot be read"));
        }
    }

    private Optional<StoreChange> holdRevocation(Job job) throws SQLException {
        if (!(job.write() instanceof Write.EntryWrite write)) {
            return Optional.empty();
        }
        var before = group().current(write.key());
        var after = WriteRule.apply(write, before, _ -> List.of());
        if (before.isEmpty() || !WriteRule.isRevocation(before.get(), after)) {
            return Optional.empty();
        }
        var left = WriteRule.narrowed(before.get(), after);
        state.held.entries().put(write.key(), new HeldRevocations.Held(left, job.author()));
        Entry shown = left.orElse(before.get());
        return Optional.of(
                new StoreChange(
                        write.key(),
                        left.isEmpty(),
                        shown,
                        before.get(),
                        List.of(),
                        state.totals().sequence()));
    }

    private void rollback() {
        try {
            state.database().rollback();
        } catch (SQLException | PortalException e) {
            LOG.debug("nothing to roll back", e);
        }
    }

    private void setWritable(boolean writable, String reason) {
        if (state.isWritable() != writable) {
            state.setWritable(writable);
            if (writable) {
                LOG.info("the permission store can be written again");
            } else {
                LOG.error("the permission store cannot be written: {}", reason);
            }
        }
    }
}
