package org.gatehouse.store.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells that something has changed, at most ten times a second.
///
/// Threads: [#changed] may be called from any, never waits and costs next to nothing; the signal is
/// sent on the executor's.
final class Announcements {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicBoolean planned = new AtomicBoolean();
    private final Runnable signal;
    private final Executor executor;
    private volatile long next = System.nanoTime();

    /// @param signal reads what it tells of when it is run
    Announcements(Runnable signal, Executor executor) {
        this.signal = signal;
        this.executor = executor;
    }

    /// There is something to tell.
    void changed() {
        if (planned.get() || !planned.compareAndSet(false, true)) {
            return;
        }
        long wait = next - System.nanoTime();
        if (wait <= 0) {
            executor.execute(this::tell);
        } else {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, executor)
                    .execute(this::tell);
        }
    }

    private void tell() {
        next = System.nanoTime() + PAUSE_NANOS;
        // before anything is read: whatever comes later is told with the next signal
        planned.set(false);
        signal.run();
    }
}
