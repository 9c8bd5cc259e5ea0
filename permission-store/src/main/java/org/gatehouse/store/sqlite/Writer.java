package org.gatehouse.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The one thread that writes: takes what waits, as a group, and hands it on. Between writes it
/// sleeps until there is something to look after.
///
/// Threads: its own platform thread, since the database's calls block; [#offer] and [#wake] from
/// any.
final class Writer<J> {

    private static final int MAX_WAITING = 10_000;
    private static final int MAX_GROUP = 256;

    /// A job, or nothing, which only wakes.
    private final BlockingQueue<Optional<J>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Consumer<List<J>> commit;
    private final LongSupplier upkeep;
    private final Thread thread;
    private long due;

    /// @param commit carries out a group, in order
    /// @param upkeep looks after what is due, and says in how many nanoseconds something is due
    ///   again; it is run as well when the writer is woken, and at the end
    /// @param pause in how many nanoseconds it is due for the first time
    Writer(Consumer<List<J>> commit, LongSupplier upkeep, long pause) {
        this.commit = commit;
        this.upkeep = upkeep;
        this.due = System.nanoTime() + pause;
        this.thread = Thread.ofPlatform().name("store-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Puts a job behind those that wait.
    ///
    /// @return false if too many wait, or the writer has ended
    boolean offer(J job) {
        return !closing.get() && waiting.offer(Optional.of(job));
    }

    /// Lets it look after what is due.
    void wake() {
        woken.set(true);
        // where the queue is full it is awake
        var _ = waiting.offer(Optional.empty());
    }

    /// Carries out what waits and ends the thread.
    void close() throws InterruptedException {
        closing.set(true);
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(4));
    }

    private void run() {
        while (!closing.get() || !waiting.isEmpty()) {
            var group = next(due - System.nanoTime());
            if (!group.isEmpty()) {
                commit.accept(group);
            }
            if (woken.getAndSet(false) || System.nanoTime() - due >= 0) {
                due = System.nanoTime() + upkeep.getAsLong();
            }
        }
        var _ = upkeep.getAsLong();
    }

    private List<J> next(long nanos) {
        var group = new ArrayList<J>();
        try {
            var first = closing.get() ? waiting.poll() : waiting.poll(nanos, TimeUnit.NANOSECONDS);
            if (first != null) {
                first.ifPresent(group::add);
                var more = new ArrayList<Optional<J>>();
                waiting.drainTo(more, MAX_GROUP - 1);
                more.forEach(job -> job.ifPresent(group::add));
            }
        } catch (InterruptedException e) {
            // the end was called for; what waits is still carried out
            closing.set(true);
        }
        return group;
    }
}
