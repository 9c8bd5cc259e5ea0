package org.gatehouse.store.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Tells that the ledger has grown, at most ten times a second.
///
/// Threads: [#appended] may be called from any, never waits and costs next to nothing; the signal
/// is sent on the executor's.
final class Announcements {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicBoolean planned = new AtomicBoolean();
    private final LongSupplier newest;
    private final LongConsumer signal;
    private final Executor executor;
    private volatile long next = System.nanoTime();

    /// @param newest the number of the newest record
    /// @param signal is given that number
    Announcements(LongSupplier newest, LongConsumer signal, Executor executor) {
        this.newest = newest;
        this.signal = signal;
        this.executor = executor;
    }

    /// There is a new record.
    void appended() {
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
        // before the number is read: whatever comes later is told with the next signal
        planned.set(false);
        signal.accept(newest.getAsLong());
    }
}
