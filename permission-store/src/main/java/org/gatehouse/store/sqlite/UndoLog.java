package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.LedgerEvent;
import org.jspecify.annotations.Nullable;

/// The newest changes that can be undone. Those that were committed together share a row, so that a
/// commit writes one more row however many changes it has.
///
/// Threads: the writer's.
final class UndoLog {

    /// So many can be undone.
    static final int STEPS = 100;

    /// Old rows are removed once in so many.
    private static final int ROWS = 2 * STEPS;

    /// What would take more room, in characters and bytes, cannot be undone.
    private static final int MAX_SIZE = 256 * 1024;

    /// A change.
    ///
    /// @param sequence of its ledger record
    /// @param time seconds since the epoch
    record Step(long sequence, long time, LedgerEvent event, UndoImage image) {}

    /// A step and where it is.
    ///
    /// @param row null for one that is not committed yet
    private record Found(UndoRows.@Nullable Row row, Step step) {}

    /// What rows there are, oldest first; null if it is to be read.
    private @Nullable List<UndoRows.Head> heads;

    /// Reads anew what there is: something was rolled back.
    void reset() {
        heads = null;
    }

    /// A step that can be undone, by number, or the newest for 0.
    ///
    /// @throws PortalException `NotFound` if there is none
    Step find(Transaction transaction, long sequence) throws SQLException {
        return locate(transaction, sequence).step();
    }

    /// Takes a step out: it has been undone.
    void remove(Transaction transaction, Step step) throws SQLException {
        var found = locate(transaction, step.sequence());
        if (found.row() == null) {
            transaction.steps().remove(found.step());
            return;
        }
        var rest = new ArrayList<>(found.row().steps());
        rest.removeIf(each -> each.sequence() == step.sequence());
        replace(transaction, found.row().head(), rest);
    }

    /// Keeps the steps of a group that is about to be committed.
    void keep(Transaction transaction, List<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        var newest = steps.subList(Math.max(0, steps.size() - STEPS), steps.size());
        var all = heads(transaction);
        var head = transaction.database().undo().put(transaction.totals().sequence(), newest);
        transaction.count(1, head.checksum());
        all.add(head);
        if (all.size() > ROWS) {
            prune(transaction);
        }
    }

    private Found locate(Transaction transaction, long sequence) throws SQLException {
        var pending = transaction.steps();
        int newer = 0;
        for (var step : pending.reversed()) {
            if (newer < STEPS && (sequence == 0 || step.sequence() == sequence)) {
                return new Found(null, step);
            }
            newer++;
        }
        for (var head : heads(transaction).reversed()) {
            if (newer >= STEPS) {
                break;
            }
            if (sequence <= head.number()) {
                var found = inRow(transaction, head, sequence, newer);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            newer += head.steps();
        }
        throw PortalException.notFound("no such change can be undone");
    }

    private static Optional<Found> inRow(
            Transaction transaction, UndoRows.Head head, long sequence, int newerThanRow)
            throws SQLException {
        var row = transaction.database().undo().read(head.number());
        int newer = newerThanRow;
        for (var step : row.steps().reversed()) {
            if (newer < STEPS && (sequence == 0 || step.sequence() == sequence)) {
                return Optional.of(new Found(row, step));
            }
            newer++;
        }
        return Optional.empty();
    }

    private void replace(Transaction transaction, UndoRows.Head old, List<Step> steps)
            throws SQLException {
        var all = heads(transaction);
        int place = all.indexOf(old);
        if (steps.isEmpty()) {
            transaction.database().undo().remove(old.number());
            transaction.count(-1, -old.checksum());
            all.remove(place);
            return;
        }
        var head = transaction.database().undo().put(old.number(), steps);
        transaction.count(0, head.checksum() - old.checksum());
        all.set(place, head);
    }

    private void prune(Transaction transaction) throws SQLException {
        int newer = 0;
        var kept = new ArrayList<UndoRows.Head>();
        for (var head : heads(transaction).reversed()) {
            if (newer < STEPS) {
                kept.addFirst(head);
            } else {
                transaction.count(-1, -head.checksum());
            }
            newer += head.steps();
        }
        transaction.database().undo().removeBefore(kept.getFirst().number());
        heads = kept;
    }

    private List<UndoRows.Head> heads(Transaction transaction) throws SQLException {
        var read = heads;
        if (read == null) {
            read = transaction.database().undo().heads();
            heads = read;
        }
        return read;
    }

    /// Whether a change is too large to be kept.
    static boolean isTooLarge(UndoImage image) {
        return image.size() > MAX_SIZE;
    }
}
