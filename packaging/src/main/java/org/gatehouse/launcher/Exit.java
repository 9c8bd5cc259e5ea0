package org.gatehouse.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way out of the process: what is to be closed, in which order, and the exit status.
///
/// SIGHUP, SIGINT and SIGTERM come here as well, through the shutdown hook of the JVM, and end with
/// status 0. Whatever hangs is left behind after [#PATIENCE].
///
/// Threads: [#closeFirst] from any; the closing itself on a thread of its own, so that a role which
/// never returns cannot keep the process.
final class Exit {

    private static final Logger LOG = LoggerFactory.getLogger(Exit.class);

    /// Milliseconds; the contract allows 10 s in all.
    private static final long PATIENCE = 8_000;

    private static final long LAST_WORDS = 300;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final AtomicInteger status = new AtomicInteger();
    private final UnblockedErrors errors;

    Exit(UnblockedErrors errors) {
        this.errors = errors;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "exit"));
    }

    /// Closes `resource` at the end, before everything that was named earlier.
    synchronized void closeFirst(AutoCloseable resource) {
        open.push(resource);
    }

    /// Ends the process. Does not return.
    void with(int exitStatus) {
        status.set(exitStatus);
        System.exit(exitStatus);
    }

    private void end() {
        var closing = Thread.ofPlatform().daemon().name("close").start(this::closeAll);
        try {
            closing.join(PATIENCE);
            errors.drain(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status.get()); // the JVM itself would say 143 after a SIGTERM
    }

    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly", e);
            }
        }
    }
}
