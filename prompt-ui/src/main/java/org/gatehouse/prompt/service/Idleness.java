package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Notices when nothing has been asked for a while.
///
/// Threads: any; `expired` runs on a thread of the common pool.
final class Idleness {

    private final Duration patience;
    private final Runnable expired;
    private long turn;

    Idleness(Duration patience, Runnable expired) {
        this.patience = patience;
        this.expired = expired;
    }

    /// Something is going on.
    synchronized void busy() {
        turn++;
    }

    /// Nothing goes on any more; the wait begins.
    synchronized void free() {
        long mine = ++turn;
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> expire(mine));
    }

    private void expire(long mine) {
        synchronized (this) {
            if (mine != turn) {
                return;
            }
        }
        expired.run();
    }
}
