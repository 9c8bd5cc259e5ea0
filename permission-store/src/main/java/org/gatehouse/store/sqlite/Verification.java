package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

/// Whether a database is as it was written: its header, its schema, its pages, each row by its
/// checksum, and all of them together by their sum.
///
/// Threads: any; it uses connections of its own.
final class Verification {

    /// A database up to this size is checked before anything is served from it. That takes about as
    /// long as reading it; a larger one is checked beside the first calls.
    static final long SMALL = 4L << 20;

    private static final int HEADER_SIZE = 100;
    private static final byte[] MAGIC =
            "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Verification() {}

    /// Checks all of a database that nobody has open.
    ///
    /// @throws StoreFault if it is damaged
    static void check(Path file) {
        checkHeader(file);
        checkContent(file);
    }

    /// Checks the content of a database that may be in use.
    ///
    /// @throws StoreFault if it is damaged
    static void checkContent(Path file) {
        try (var connection = Connections.writable(file)) {
            checkContent(connection);
        } catch (SQLException e) {
            throw damage(StoreFault.of(e));
        }
    }

    /// Checks what a database says of itself.
    ///
    /// @throws StoreFault if it is not a database of ours
    static void checkOutline(Connection connection) throws SQLException {
        if (!Schema.isOurs(connection)) {
            throw StoreFault.damaged("not the schema of the store");
        }
        var _ = Totals.read(connection);
    }

    static boolean isSmall(Path file) {
        try {
            return Files.size(file) <= SMALL;
        } catch (IOException e) {
            throw StoreFault.of(e);
        }
    }

    private static StoreFault damage(StoreFault fault) {
        boolean unwritable = fault.kind() == StoreFault.Kind.UNWRITABLE;
        return unwritable ? fault : StoreFault.damaged(String.valueOf(fault.getMessage()));
    }

    /// Checks the fields of the header that never change in a database of ours.
    ///
    /// Not while SQLite has the file open: closing a second descriptor of a process ends the locks
    /// of the first.
    ///
    /// Source: "Database File Format", sqlite.org, section 1.3.
    static void checkHeader(Path file) {
        var header = ByteBuffer.allocate(HEADER_SIZE);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(header);
        } catch (IOException e) {
            throw StoreFault.of(e);
        }
        boolean intact =
                header.position() == HEADER_SIZE
                        && java.util.Arrays.equals(header.array(), 0, 16, MAGIC, 0, 16)
                        && header.getShort(16) == 4096
                        // versions 2 and 2 mean a write-ahead log; a copy has 1 and 1
                        && header.get(18) == header.get(19)
                        && (header.get(18) == 1 || header.get(18) == 2)
                        && header.getInt(20) == 0x00402020
                        && header.getInt(44) == 4
                        && header.getInt(48) == 0
                        && header.getInt(52) == 0
                        && header.getInt(56) == 1
                        && header.getInt(60) >= 1
                        && header.getInt(60) <= Schema.VERSION
                        && header.getInt(64) == 0
                        && header.getInt(68) == Schema.APPLICATION;
        if (!intact) {
            throw StoreFault.damaged("not the header of the store's database");
        }
    }

    /// Checks all that a connection sees.
    ///
    /// @throws StoreFault if it is damaged
    static void checkContent(Connection connection) throws SQLException {
        // one transaction: rows and totals belong together
        connection.setAutoCommit(false);
        checkOutline(connection);
        checkPages(connection);
        // these are not in the sums: one that is missing is looked for in the rows themselves
        MarkRows.check(connection);
        var _ = Days.read(connection);
        var written = Totals.read(connection);
        if (!count(connection).countsAs(written)) {
            throw StoreFault.damaged("rows are missing, or there are too many");
        }
        if (!LedgerRows.endsAt(connection, written)) {
            throw StoreFault.damaged("the ledger does not end where it should");
        }
    }

    private static void checkPages(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!answer.next() || !"ok".equals(answer.getString(1))) {
                throw StoreFault.damaged(String.valueOf(answer.getString(1)));
            }
        }
    }

    private static Totals count(Connection connection) throws SQLException {
        Totals counted;
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT table_name, id, signature, data, permissions, checksum FROM entry")) {
            long entries = 0;
            long sum = 0;
            while (rows.next()) {
                sum += EntryRows.read(rows.getString(1), rows.getString(2), rows, 3).checksum();
                entries++;
            }
            counted = Totals.EMPTY.withEntry((int) entries, sum);
        }
        for (var grant : GrantRows.all(connection)) {
            counted = counted.withGrant(1, grant.checksum());
        }
        for (var question : new DeferredRows(connection).all()) {
            counted = counted.withOther(1, question.checksum());
        }
        for (long checksum : UndoRows.checksums(connection)) {
            counted = counted.withOther(1, checksum);
        }
        return counted;
    }
}
