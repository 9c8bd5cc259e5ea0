package org.gatehouse.store.sqlite;

import java.io.IOException;
import java.io.Serial;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// The database did not do what it was told to.
final class StoreFault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /// What to do about it.
    enum Kind {
        /// What is on the disk is not what was written: restore.
        DAMAGED,
        /// It cannot be written now: the disk is full, read-only or failing.
        UNWRITABLE,
        /// Anything else. While a database is being opened, it counts as damage.
        OTHER
    }

    private static final int SQLITE_PERM = 3;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_MISMATCH = 20;
    private static final int SQLITE_FORMAT = 24;
    private static final int SQLITE_NOTADB = 26;

    private final Kind kind;

    private StoreFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static StoreFault damaged(String message) {
        return new StoreFault(Kind.DAMAGED, message, new SQLException(message));
    }

    static StoreFault of(SQLException e) {
        int code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        var kind =
                switch (code) {
                    case SQLITE_CORRUPT,
                            SQLITE_CONSTRAINT,
                            SQLITE_MISMATCH,
                            SQLITE_FORMAT,
                            SQLITE_NOTADB ->
                            Kind.DAMAGED;
                    case SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN ->
                            Kind.UNWRITABLE;
                    default -> Kind.OTHER;
                };
        return new StoreFault(kind, String.valueOf(e.getMessage()), e);
    }

    static StoreFault of(IOException e) {
        return new StoreFault(Kind.UNWRITABLE, e.toString(), e);
    }

    Kind kind() {
        return kind;
    }
}
