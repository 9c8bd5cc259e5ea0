package org.gatehouse.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one thread that writes: takes what waits, as a group, and hands it on.
///
/// Threads: its own platform thread, since the database's calls block; [#offer] from any.
final class Writer<J> {

    private static final int MAX_WAITING = 10_000;
    private static final int MAX_GROUP = 256;
    private static final long TICK_MILLIS = 500;

    private final BlockingQueue<J> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Consumer<List<J>> commit;
    private final Runnable tick;
    private final Thread thread;

    /// @param commit carries out a group, in order
    /// @param tick is run every half second, and at the end
    Writer(Consumer<List<J>> commit, Runnable tick) {
        this.commit = commit;
        this.tick = tick;
        this.thread = Thread.ofPlatform().name("store-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Puts a job behind those that wait.
    ///
    /// @return false if too many wait, or the writer has ended
    boolean offer(J job) {
        return !closing.get() && waiting.offer(job);
    }

    /// Carries out what waits and ends the thread.
    void close() throws InterruptedException {
        closing.set(true);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(4));
    }

    private void run() {
        long lastTick = System.nanoTime();
        while (!closing.get() || !waiting.isEmpty()) {
            var group = next();
            if (!group.isEmpty()) {
                commit.accept(group);
            }
            if (System.nanoTime() - lastTick >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
                tick.run();
                lastTick = System.nanoTime();
            }
        }
        tick.run();
    }

    private List<J> next() {
        var group = new ArrayList<J>();
        try {
            var first =
                    closing.get()
                            ? waiting.poll()
                            : waiting.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
                waiting.drainTo(group, MAX_GROUP - 1);
            }
        } catch (InterruptedException e) {
            // the end was called for; what waits is still carried out
            closing.set(true);
        }
        return group;
    }
}
