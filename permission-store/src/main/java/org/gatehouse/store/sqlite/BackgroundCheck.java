package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/// The check of a database that is too large to be checked before it serves.
///
/// Threads: its own platform thread; started and closed by any. The connection's life is guarded by
/// this object.
final class BackgroundCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final Path file;
    private final Consumer<String> damaged;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable Connection connection;
    private volatile boolean closing;

    /// @param damaged takes what is wrong, if anything is
    BackgroundCheck(Path file, Consumer<String> damaged) {
        this.file = file;
        this.damaged = damaged;
        this.thread = Thread.ofPlatform().name("store-check").daemon().unstarted(this::run);
    }

    /// Checks a large database; a small one was checked when it was opened.
    void start() {
        if (Verification.isSmall(file)) {
            done.complete(null);
        } else {
            thread.start();
        }
    }

    CompletableFuture<Void> done() {
        return done;
    }

    private void run() {
        try {
            open();
            check();
        } catch (SQLException e) {
            tell(StoreFault.of(e));
        } catch (StoreFault e) {
            tell(e);
        } finally {
            release();
            done.complete(null);
        }
    }

    private synchronized void open() throws SQLException {
        connection = Connections.writable(file);
    }

    private void check() throws SQLException {
        var opened = connection;
        if (opened != null && !closing) {
            Verification.checkContent(opened);
        }
    }

    private synchronized void release() {
        var opened = connection;
        connection = null;
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (SQLException e) {
            LOG.debug("a connection does not close", e);
        }
    }

    private void tell(StoreFault fault) {
        if (!closing) {
            damaged.accept(String.valueOf(fault.getMessage()));
        }
    }

    /// Ends it: a connection that is still open would keep the log of the database from being
    /// folded in, and go on reading what the next process writes.
    void close() throws InterruptedException, SQLException {
        closing = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            interrupt();
            thread.join(BETWEEN_TRIES);
        }
    }

    /// Ends the statement that runs now, not one that begins later. Never while the connection is
    /// being closed, which SQLite does not allow.
    private synchronized void interrupt() throws SQLException {
        if (connection != null) {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        }
    }
}
