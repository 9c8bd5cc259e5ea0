package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
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
    private Runnable attention = () -> {};

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

    /// Runs this when there is something to look after: a grant that ends by itself was given, or
    /// writing has begun to fail. To be said before there are any writes.
    void onAttention(Runnable action) {
        attention = action;
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
        var transaction = transaction();
        var group = new Group(transaction);
        var outcomes = new ArrayList<Outcome>();
        for (var job : jobs) {
            try {
                outcomes.add(new Outcome.Applied(job, group.apply(job.write(), job.author())));
            } catch (PortalException e) {
                outcomes.add(new Outcome.Refused(job, e));
            }
        }
        transaction.commit();
        changedTables.accept(transaction.tables());
        if (transaction.isEndingGiven()) {
            attention.run();
        }
        setWritable(true, "");
        return outcomes;
    }

    private Transaction transaction() {
        return new Transaction(state.database(), state, clock.get());
    }

    private void answer(Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied(var job, var applied) -> {
                applied.changes().forEach(changes);
                job.done().complete(applied.answer());
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
            boolean isNew = state.damage() == null;
            state.setDamage(String.valueOf(fault.getMessage()));
            if (isNew) {
                attention.run();
            }
        } else {
            setWritable(false, String.valueOf(fault.getMessage()));
        }
        var job = jobs.getFirst();
        try {
            var revoked = holdRevocations(job);
            revoked.forEach(changes);
            job.done()
                    .completeExceptionally(
                            PortalException.failed(
                                    revoked.isEmpty()
                                            ? "the permission store cannot be written now"
                                            : "revoked as long as the store runs, but it cannot be written now"));
        } catch (PortalException e) {
            job.done().completeExceptionally(e);
        } catch (SQLException | StoreFault e) {
            job.done()
                    .completeExceptionally(
                            PortalException.failed("the permission store cannot be read"));
        }
    }

    private List<StoreChange> holdRevocations(Job job) throws SQLException {
        var parts =
                switch (job.write()) {
                    case Write.EntryWrite single -> List.of(single);
                    case Write.Change change -> change.parts();
                    case Write.Undo _, Write.Defer _, Write.Settle _, Write.Note _ ->
                            List.<Write.EntryWrite>of();
                };
        var held = new ArrayList<StoreChange>();
        for (var part : parts) {
            holdRevocation(part, job.author()).ifPresent(held::add);
        }
        return held;
    }

    private Optional<StoreChange> holdRevocation(Write.EntryWrite write, Author author)
            throws SQLException {
        var transaction = transaction();
        var before = transaction.current(write.key());
        var after = new EntryChange(transaction).after(write);
        if (before.isEmpty() || !WriteRule.isRevocation(before.get(), after)) {
            return Optional.empty();
        }
        var left = WriteRule.narrowed(before.get(), after);
        state.held.entries().put(write.key(), new HeldRevocations.Held(left, author));
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
        state.undo().reset();
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
                attention.run();
            }
        }
    }
}
