package org.gatehouse.bus;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.bus.wire.Message;

/// The calls of one sender that wait for their turn, within limits of number and size.
///
/// Threads: the reading thread adds; the calls run on the executor's.
final class WaitingCalls {

    private static final int MOST = 4096;
    private static final long MOST_BYTES = 4 << 20;
    private static final long MOST_BYTES_IN_ALL = 32 << 20;

    private final SerialQueue queue;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong bytesInAll;

    /// @param bytesInAll of all senders of a connection
    WaitingCalls(Executor executor, AtomicLong bytesInAll) {
        this.queue = new SerialQueue(executor);
        this.bytesInAll = bytesInAll;
    }

    boolean isIdle() {
        return queue.isIdle();
    }

    /// @return false if a limit is reached; the task is not run then
    boolean add(Message call, Runnable task) {
        long size = call.body().length;
        if (bytes.get() + size > MOST_BYTES || bytesInAll.get() + size > MOST_BYTES_IN_ALL) {
            return false;
        }
        bytes.addAndGet(size);
        bytesInAll.addAndGet(size);
        boolean added =
                queue.add(
                        () -> {
                            forget(size);
                            task.run();
                        },
                        MOST);
        if (!added) {
            forget(size);
        }
        return added;
    }

    private void forget(long size) {
        bytes.addAndGet(-size);
        bytesInAll.addAndGet(-size);
    }
}
