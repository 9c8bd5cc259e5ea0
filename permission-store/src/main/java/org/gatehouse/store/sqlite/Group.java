package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Author;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.StoreChange;
import org.gatehouse.store.Write;

/// Carries out writes that are committed together. Each sees the ones before it.
///
/// Threads: the writer's.
final class Group {

    private static final int MAX_TEXT = 256;

    private final Transaction transaction;

    /// What a write did.
    ///
    /// @param answer the number of its ledger record, or of the question
    record Applied(long answer, List<StoreChange> changes) {}

    Group(Transaction transaction) {
        this.transaction = transaction;
    }

    /// Carries out one write.
    ///
    /// @throws PortalException if the write cannot be; nothing of it has been done then
    Applied apply(Write write, Author author) throws SQLException {
        return switch (write) {
            case Write.Note(var event) -> {
                if (event.kind() == LedgerEvent.Kind.USED) {
                    use(event);
                }
                yield new Applied(transaction.append(event, author), List.of());
            }
            case Write.EntryWrite single -> apply(single, author);
            case Write.Change change -> apply(change, author);
            case Write.Undo(long sequence) -> undo(sequence, author);
            case Write.Defer defer ->
                    new Applied(new Deferring(transaction).defer(defer, author), List.of());
            case Write.Settle(long question, var event) -> {
                new Deferring(transaction).settle(question);
                yield new Applied(transaction.append(event, author), List.of());
            }
        };
    }

    private Applied apply(Write.EntryWrite write, Author author) throws SQLException {
        var change = new EntryChange(transaction);
        if (change.isIdle(write)) {
            throw PortalException.notFound("no such grant");
        }
        var before = change.current(write.key());
        change.add(write);
        var event = LedgerTexts.event(write, before, change.current(write.key()));
        return finish(change, event, author, isStep(write));
    }

    /// What the portal keeps is not a step: it was the person's answer to a question, and she is
    /// not to lose it by undoing something else.
    private static boolean isStep(Write.EntryWrite write) {
        return switch (write) {
            // what was to end by itself is not to come back
            case Write.Remember _, Write.Expire _ -> false;
            case Write.Lapse _,
                    Write.Set _,
                    Write.Delete _,
                    Write.SetValue _,
                    Write.SetPermission _,
                    Write.DeletePermission _,
                    Write.Decide _,
                    Write.Forget _ ->
                    true;
        };
    }

    private Applied apply(Write.Change write, Author author) throws SQLException {
        if (write.basedOn() > 0) {
            checkConflicts(write);
        }
        return transaction.whole(() -> {
            if (write.settles() > 0) {
                new Deferring(transaction).settle(write.settles());
            }
            var change = new EntryChange(transaction);
            for (var part : write.parts()) {
                if (!change.isIdle(part)) {
                    change.add(part);
                }
            }
            return finish(change, write.event(), author, true);
        });
    }

    private void checkConflicts(Write.Change write) throws SQLException {
        for (var part : write.parts()) {
            boolean changed =
                    transaction
                            .state()
                            .recent()
                            .isChanged(
                                    place(part),
                                    write.basedOn(),
                                    transaction.changes(),
                                    transaction.database());
            if (changed) {
                throw PortalException.conflict("what is to be changed has been changed meanwhile");
            }
        }
    }

    private static RecentChanges.Place place(Write.EntryWrite write) {
        return switch (write) {
            case Write.SetPermission set -> new RecentChanges.Place(set.key(), set.app());
            case Write.DeletePermission delete ->
                    new RecentChanges.Place(delete.key(), delete.app());
            case Write.Remember(var key, _, _) -> place(key);
            case Write.Decide(var key, _) -> place(key);
            case Write.Forget(var key) -> place(key);
            case Write.Expire(var key) -> place(key);
            case Write.Lapse(var key, _) -> place(key);
            case Write.Set _, Write.Delete _, Write.SetValue _ ->
                    new RecentChanges.Place(write.key(), RecentChanges.ALL_APPS);
        };
    }

    private static RecentChanges.Place place(GrantKey key) {
        return new RecentChanges.Place(key.entry(), key.app());
    }

    private Applied undo(long sequence, Author author) throws SQLException {
        var log = transaction.state().undo();
        var step = log.find(transaction, sequence);
        if (!step.image().isAsAfter(transaction)) {
            throw PortalException.conflict("what was changed then has been changed since");
        }
        log.remove(transaction, step);
        var change = new EntryChange(transaction);
        step.image().restore(change);
        return finish(change, undone(step.event()), author, true);
    }

    private static LedgerEvent undone(LedgerEvent event) {
        var text = event.kind().word() + (event.text().isEmpty() ? "" : ": " + event.text());
        return new LedgerEvent(
                LedgerEvent.Kind.UNDONE,
                event.table(),
                event.id(),
                event.appKind(),
                event.app(),
                text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…");
    }

    private Applied finish(EntryChange change, LedgerEvent event, Author author, boolean isStep)
            throws SQLException {
        change.finish();
        long sequence = transaction.append(event, author);
        transaction.changed(RecentChanges.of(change, sequence));
        if (isStep) {
            var image = UndoImage.of(change);
            if (!image.isEmpty() && !UndoLog.isTooLarge(image)) {
                long time = transaction.now().time();
                transaction.steps().add(new UndoLog.Step(sequence, time, event, image));
            }
        }
        return new Applied(sequence, change.changes(sequence));
    }

    private void use(LedgerEvent event) throws SQLException {
        var key = grantKey(event);
        if (key.isEmpty()) {
            return;
        }
        var row = transaction.database().grants().find(key.get());
        if (row.isPresent()) {
            var used = row.get().grant().used(transaction.now().time());
            var made = row.get().made().used(transaction.state().days().count());
            transaction.put(key.get(), used, made, row);
        }
    }

    private static Optional<GrantKey> grantKey(LedgerEvent event) {
        try {
            var entry = EntryKey.of(event.table(), event.id());
            return Optional.of(new GrantKey(entry, AppKind.of(event.appKind()), event.app()));
        } catch (PortalException e) {
            // a use of something for which there are no grants
            return Optional.empty();
        }
    }
}
