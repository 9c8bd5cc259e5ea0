package org.gatehouse.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Author;
import org.gatehouse.store.DeferredQuestion;
import org.gatehouse.store.Write;

/// The list of questions that wait.
///
/// An app may ask for ever: only so many questions are kept of one app, and in all. Those that were
/// asked longest ago go.
///
/// Threads: the writer's.
final class Deferring {

    static final int OF_ONE_APP = 20;
    static final int IN_ALL = 1_000;

    private final Transaction transaction;

    Deferring(Transaction transaction) {
        this.transaction = transaction;
    }

    /// Puts a question on the list, or counts it again.
    ///
    /// @return its number
    long defer(Write.Defer write, Author author) throws SQLException {
        long asked = transaction.append(write.event(), author);
        var rows = transaction.database().deferred();
        var equal = rows.findEqual(write.question());
        var question = asked(write.question(), equal, asked);
        long checksum = rows.put(question, asked);
        transaction.count(
                equal.isPresent() ? 0 : 1,
                checksum - equal.map(DeferredRows.Row::checksum).orElse(0L));
        if (equal.isEmpty()) {
            remove(rows.tooMany(question, OF_ONE_APP));
            remove(rows.tooMany(IN_ALL));
        }
        return question.number();
    }

    /// Takes a question off the list.
    ///
    /// @throws PortalException `NotFound` if it does not wait
    void settle(long number) throws SQLException {
        var row = transaction.database().deferred().find(number);
        if (row.isEmpty()) {
            throw PortalException.notFound("no such question waits");
        }
        remove(List.of(row.get()));
    }

    private DeferredQuestion asked(
            DeferredQuestion question, Optional<DeferredRows.Row> equal, long sequence) {
        return new DeferredQuestion(
                equal.map(row -> row.question().number()).orElse(sequence),
                question.permissionClass(),
                question.kind(),
                question.app(),
                question.level(),
                question.reason(),
                question.why(),
                transaction.now().time(),
                equal.map(row -> row.question().times()).orElse(0L) + 1);
    }

    private void remove(List<DeferredRows.Row> rows) throws SQLException {
        for (var row : rows) {
            transaction.database().deferred().remove(row.question().number());
            transaction.count(-1, -row.checksum());
        }
    }
}
