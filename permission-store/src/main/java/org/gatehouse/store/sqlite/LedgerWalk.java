package org.gatehouse.store.sqlite;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.gatehouse.store.LedgerCheck;

/// Walks through the whole ledger, from the first record to the last.
final class LedgerWalk {

    private static final String ALL =
            "SELECT sequence, time, kind, table_name, id, app_kind, app, text, pid, executable, hash"
                    + " FROM ledger ORDER BY sequence";

    private final LedgerHash hash = new LedgerHash();
    private byte[] before = Totals.EMPTY.hash();
    private long last;
    private long records;
    private long broken;
    private long firstBroken;

    private LedgerWalk() {}

    static LedgerCheck check(Connection connection) throws SQLException {
        var walk = new LedgerWalk();
        walk.run(connection);
        var totals = Totals.read(connection);
        if (!LedgerRows.endsAt(connection, totals)) {
            walk.broken(totals.sequence());
        }
        return new LedgerCheck(walk.records, walk.broken, walk.firstBroken);
    }

    private void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                var itsHash = EntryRows.bytes(rows, 11);
                long sequence = rows.getLong(1);
                // where numbers are missing the chain is broken, however the hashes are
                boolean linked = records == 0 || sequence == last + 1;
                if (!linked || !isHashed(rows, itsHash)) {
                    broken(sequence);
                }
                before = itsHash;
                last = sequence;
                records++;
            }
        }
    }

    private boolean isHashed(java.sql.ResultSet rows, byte[] itsHash) throws SQLException {
        try {
            return MessageDigest.isEqual(hash.of(before, LedgerPages.read(rows)), itsHash);
        } catch (StoreFault e) {
            // a word that is none
            return false;
        }
    }

    private void broken(long sequence) {
        broken++;
        if (firstBroken == 0) {
            firstBroken = sequence;
        }
    }
}
