package org.gatehouse.role;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Platform threads for what is called on the bus and blocks in native code, which a virtual thread
/// must not: each call has one, for as long as there is something to wait for.
public final class WaitingThreads {

    private static final int IDLE_SECONDS = 5;

    private WaitingThreads() {}

    /// Threads of a role. What comes after [ExecutorService#shutdown] is dropped: it is of no
    /// interest any longer.
    ///
    /// @param name what the threads are called, with a number behind it
    public static ExecutorService of(String name) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
