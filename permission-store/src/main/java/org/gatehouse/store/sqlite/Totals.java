package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gatehouse.store.StoreStatus;

/// What the database says of itself as a whole: a lost row shows by its absence from these sums.
///
/// @param entrySum the sum of the checksums of all entries, modulo 2^64
/// @param others the rows of `deferred` and `undo`, with their sum
/// @param sequence the number of the newest ledger record
/// @param hash that record's hash
/// @param latest the latest time that any record of the ledger has, in seconds since the epoch
record Totals(
        long entries,
        long entrySum,
        long grants,
        long grantSum,
        long others,
        long otherSum,
        long sequence,
        byte[] hash,
        long latest,
        StoreStatus status) {

    static final Totals EMPTY = new Totals(0, 0, 0, 0, 0, 0, 0, new byte[32], 0, StoreStatus.GOOD);

    static final String UPDATE =
            "UPDATE total SET entries=?, entry_sum=?, grants=?, grant_sum=?, others=?, other_sum=?, sequence=?,"
                    + " hash=?, latest=?, status=? WHERE one=1";

    /// After one entry was put (`rows` 1), replaced (0) or removed (-1).
    Totals withEntry(int rows, long change) {
        return new Totals(
                entries + rows,
                entrySum + change,
                grants,
                grantSum,
                others,
                otherSum,
                sequence,
                hash,
                latest,
                status);
    }

    /// The same for a grant.
    Totals withGrant(int rows, long change) {
        return new Totals(
                entries,
                entrySum,
                grants + rows,
                grantSum + change,
                others,
                otherSum,
                sequence,
                hash,
                latest,
                status);
    }

    /// The same for a row of another table.
    Totals withOther(int rows, long change) {
        return new Totals(
                entries,
                entrySum,
                grants,
                grantSum,
                others + rows,
                otherSum + change,
                sequence,
                hash,
                latest,
                status);
    }

    /// @param time of the record
    Totals withRecord(long newSequence, byte[] newHash, long time) {
        return new Totals(
                entries,
                entrySum,
                grants,
                grantSum,
                others,
                otherSum,
                newSequence,
                newHash,
                Math.max(latest, time),
                status);
    }

    Totals withLatest(long time) {
        return withRecord(sequence, hash, time);
    }

    Totals with(StoreStatus newStatus) {
        return new Totals(
                entries, entrySum, grants, grantSum, others, otherSum, sequence, hash, latest,
                newStatus);
    }

    /// Whether the same rows are there.
    boolean countsAs(Totals other) {
        return entries == other.entries
                && entrySum == other.entrySum
                && grants == other.grants
                && grantSum == other.grantSum
                && others == other.others
                && otherSum == other.otherSum;
    }

    static Totals read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT entries, entry_sum, grants, grant_sum, others, other_sum, sequence, hash, latest,"
                                        + " status FROM total")) {
            if (!row.next()) {
                throw StoreFault.damaged("the totals are missing");
            }
            return new Totals(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    EntryRows.bytes(row, 8),
                    row.getLong(9),
                    status(row.getString(10)));
        }
    }

    void insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO total VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, x'', 0, '')");
        }
        try (var update = connection.prepareStatement(UPDATE)) {
            write(update);
        }
    }

    /// Runs a statement made from [#UPDATE].
    void write(PreparedStatement update) throws SQLException {
        update.setLong(1, entries);
        update.setLong(2, entrySum);
        update.setLong(3, grants);
        update.setLong(4, grantSum);
        update.setLong(5, others);
        update.setLong(6, otherSum);
        update.setLong(7, sequence);
        update.setBytes(8, hash);
        update.setLong(9, latest);
        update.setString(10, status.name());
        update.executeUpdate();
    }

    static StoreStatus status(String name) {
        for (var status : StoreStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw StoreFault.damaged("the status is not one");
    }
}
