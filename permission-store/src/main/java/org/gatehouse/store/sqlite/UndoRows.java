package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.UndoStep;

/// The rows of `undo`, over one connection.
///
/// Threads: one at a time.
final class UndoRows {

    private static final String COLUMNS = "SELECT batch, steps, content, checksum FROM undo";

    private final Connection connection;
    private final PreparedStatement put;

    /// A row without its content.
    ///
    /// @param number that of the last ledger record of its commit
    /// @param steps how many
    record Head(long number, int steps, long checksum) {}

    /// @param steps the newest last
    record Row(Head head, List<UndoLog.Step> steps) {}

    UndoRows(Connection connection) throws SQLException {
        this.connection = connection;
        put = connection.prepareStatement("INSERT OR REPLACE INTO undo VALUES (?, ?, ?, ?)");
    }

    Head put(long number, List<UndoLog.Step> steps) throws SQLException {
        var content = UndoCodec.encode(steps);
        long checksum = checksum(number, steps.size(), content);
        put.setLong(1, number);
        put.setInt(2, steps.size());
        put.setBytes(3, content);
        put.setLong(4, checksum);
        put.executeUpdate();
        return new Head(number, steps.size(), checksum);
    }

    void remove(long number) throws SQLException {
        try (var remove = connection.prepareStatement("DELETE FROM undo WHERE batch=?")) {
            remove.setLong(1, number);
            remove.executeUpdate();
        }
    }

    void removeBefore(long number) throws SQLException {
        try (var remove = connection.prepareStatement("DELETE FROM undo WHERE batch<?")) {
            remove.setLong(1, number);
            remove.executeUpdate();
        }
    }

    /// All rows, oldest first.
    List<Head> heads() throws SQLException {
        var found = new ArrayList<Head>();
        try (var query =
                        connection.prepareStatement(
                                "SELECT batch, steps, checksum FROM undo ORDER BY batch");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Head(rows.getLong(1), rows.getInt(2), rows.getLong(3)));
            }
        }
        return found;
    }

    /// @throws StoreFault if the row is not as it was written, or is not there
    Row read(long number) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS + " WHERE batch=?")) {
            query.setLong(1, number);
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    return read(row);
                }
            }
        }
        throw StoreFault.damaged("what can be undone is gone");
    }

    /// The newest step, read without a row being kept ready for it: it is asked for rarely.
    static Optional<UndoStep> newest(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS + " ORDER BY batch DESC LIMIT 1");
                var rows = query.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            var step = read(rows).steps().getLast();
            return Optional.of(new UndoStep(step.sequence(), step.time(), step.event()));
        }
    }

    /// The checksums of all rows, each checked.
    static List<Long> checksums(Connection connection) throws SQLException {
        var found = new ArrayList<Long>();
        try (var query = connection.prepareStatement(COLUMNS);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows).head().checksum());
            }
        }
        return found;
    }

    private static Row read(ResultSet row) throws SQLException {
        var content = EntryRows.bytes(row, 3);
        var head = new Head(row.getLong(1), row.getInt(2), row.getLong(4));
        if (checksum(head.number(), head.steps(), content) != head.checksum()) {
            throw StoreFault.damaged("what can be undone is not as it was written");
        }
        return new Row(head, UndoCodec.decode(content));
    }

    private static long checksum(long number, int steps, byte[] content) {
        return new Checksum().add(number).add(steps).add(content).value();
    }
}
