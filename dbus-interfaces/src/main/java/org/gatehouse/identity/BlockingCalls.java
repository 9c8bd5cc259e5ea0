package org.gatehouse.identity;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs what may block in the kernel on platform threads, with a deadline.
///
/// A native call on a virtual thread would hold one of the few carriers, and a caller may have a
/// file system for its root that never answers. A call that is out of time is given up; its thread
/// is lost for as long as the kernel keeps it. Threads: any may call.
final class BlockingCalls implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Duration deadline;

    BlockingCalls(Duration deadline) {
        this.deadline = deadline;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("identity-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// The result of `call`.
    ///
    /// @throws IdentityDoubt if `call` says so, fails, or is out of time
    /// @throws InterruptedException if this thread is interrupted; the call is given up
    <T> T within(Callable<T> call) throws IdentityDoubt, InterruptedException {
        var task = new FutureTask<>(call);
        threads.execute(task);
        try {
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IdentityDoubt("it takes too long");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IdentityDoubt doubt) {
                throw doubt;
            }
            throw new IdentityDoubt("it cannot be examined: " + e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
