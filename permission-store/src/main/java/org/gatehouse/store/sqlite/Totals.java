package org.gatehouse.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gatehouse.store.StoreStatus;

/// What the database says of itself as a whole: a lost row shows by its absence from these sums.
///
/// @param entrySum the sum of the checksums of all entries, modulo 2^64
/// @param sequence the number of the newest ledger record
/// @param hash that record's hash
record Totals(
        long entries,
        long entrySum,
        long grants,
        long grantSum,
        long sequence,
        byte[] hash,
        StoreStatus status) {

    static final Totals EMPTY = new Totals(0, 0, 0, 0, 0, new byte[32], StoreStatus.GOOD);

    static final String UPDATE =
            "UPDATE total SET entries=?, entry_sum=?, grants=?, grant_sum=?, sequence=?, hash=?, status=? WHERE one=1";

    /// After one entry was put (`rows` 1), replaced (0) or removed (-1).
    Totals withEntry(int rows, long checksumChange) {
        return new Totals(
                entries + rows,
                entrySum + checksumChange,
                grants,
                grantSum,
                sequence,
                hash,
                status);
    }

    /// The same for a grant.
    Totals withGrant(int rows, long checksumChange) {
        return new Totals(
                entries,
                entrySum,
                grants + rows,
                grantSum + checksumChange,
                sequence,
                hash,
                status);
    }

    Totals withRecord(long newSequence, byte[] newHash) {
        return new Totals(entries, entrySum, grants, grantSum, newSequence, newHash, status);
    }

    Totals with(StoreStatus newStatus) {
        return new Totals(entries, entrySum, grants, grantSum, sequence, hash, newStatus);
    }

    /// Whether the same rows are there.
    boolean countsAs(Totals other) {
        return entries == other.entries
                && entrySum == other.entrySum
                && grants == other.grants
                && grantSum == other.grantSum;
    }

    static Totals read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT entries, entry_sum, grants, grant_sum, sequence, hash, status FROM total")) {
            if (!row.next()) {
                throw StoreFault.damaged("the totals are missing");
            }
            return new Totals(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getBytes(6),
                    status(row.getString(7)));
        }
    }

    void insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO total VALUES (1, 0, 0, 0, 0, 0, 0, x'', '')");
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
        update.setLong(5, sequence);
        update.setBytes(6, hash);
        update.setString(7, status.name());
        update.executeUpdate();
    }

    private static StoreStatus status(String name) {
        for (var status : StoreStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw StoreFault.damaged("the status is not one");
    }
}
