package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.DeferredQuestion;

/// The rows of `deferred`, over one connection. They are few and asked for rarely: no statement is
/// kept.
///
/// Threads: one at a time.
final class DeferredRows {

    private static final String COLUMNS =
            "SELECT question, class, kind, app, level, reason, why, time, times, asked, checksum FROM deferred";

    private final Connection connection;

    /// @param asked the number of the ledger record with which it was asked last
    record Row(DeferredQuestion question, long asked, long checksum) {}

    DeferredRows(Connection connection) {
        this.connection = connection;
    }

    /// All, in the order in which they came, each checked.
    List<Row> all() throws SQLException {
        return rows(" ORDER BY question");
    }

    Optional<Row> find(long question) throws SQLException {
        return rows(" WHERE question=?", question).stream().findFirst();
    }

    /// The one that is equal to a question.
    Optional<Row> findEqual(DeferredQuestion question) throws SQLException {
        return rows(
                        " WHERE class=? AND kind=? AND app=? AND level=?",
                        question.permissionClass(),
                        question.kind(),
                        question.app(),
                        question.level())
                .stream()
                .findFirst();
    }

    /// Those of one app which are beyond a limit, the ones asked longest ago.
    List<Row> tooMany(DeferredQuestion question, int limit) throws SQLException {
        return rows(
                " WHERE kind=? AND app=? ORDER BY asked DESC LIMIT -1 OFFSET ?",
                question.kind(),
                question.app(),
                limit);
    }

    /// Those which are beyond a limit, the ones asked longest ago.
    List<Row> tooMany(int limit) throws SQLException {
        return rows(" ORDER BY asked DESC LIMIT -1 OFFSET ?", limit);
    }

    /// Writes a row.
    ///
    /// @return its checksum
    long put(DeferredQuestion question, long asked) throws SQLException {
        long checksum = checksum(question, asked);
        try (var put =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO deferred VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            set(
                    put,
                    question.number(),
                    question.permissionClass(),
                    question.kind(),
                    question.app(),
                    question.level(),
                    question.reason(),
                    question.why(),
                    question.time(),
                    question.times(),
                    asked,
                    checksum);
            put.executeUpdate();
        }
        return checksum;
    }

    void remove(long question) throws SQLException {
        try (var remove = connection.prepareStatement("DELETE FROM deferred WHERE question=?")) {
            set(remove, question);
            remove.executeUpdate();
        }
    }

    private List<Row> rows(String condition, Object... values) throws SQLException {
        var found = new ArrayList<Row>();
        try (var query = connection.prepareStatement(COLUMNS + condition)) {
            set(query, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
        }
        return found;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        var question =
                new DeferredQuestion(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getLong(8),
                        row.getLong(9));
        long asked = row.getLong(10);
        if (checksum(question, asked) != row.getLong(11)) {
            throw StoreFault.damaged("a question is not as it was written");
        }
        return new Row(question, asked, row.getLong(11));
    }

    private static long checksum(DeferredQuestion question, long asked) {
        return new Checksum()
                .add(question.number())
                .add(question.permissionClass())
                .add(question.kind())
                .add(question.app())
                .add(question.level())
                .add(question.reason())
                .add(question.why())
                .add(question.time())
                .add(question.times())
                .add(asked)
                .value();
    }
}
