package org.gatehouse.bus;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs tasks one after another, in the order in which they came, on another executor's threads.
///
/// Threads: any may add; tasks never overlap.
final class SerialQueue {

    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialQueue(Executor executor) {
        this.executor = executor;
    }

    /// @return false if `limit` tasks wait already; the task is not run then
    boolean add(Runnable task, int limit) {
        synchronized (this) {
            if (waiting.size() >= limit) {
                return false;
            }
            waiting.add(task);
            if (running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::drain);
        return true;
    }

    /// Whether nothing waits and nothing runs.
    synchronized boolean isIdle() {
        return !running;
    }

    private void drain() {
        for (var task = waiting(); task != null; task = waiting()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable waiting() {
        var task = waiting.poll();
        running = task != null;
        return task;
    }
}
