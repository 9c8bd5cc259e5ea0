package org.gatehouse.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Times calls. The calls before the measured ones warm both sides up.
final class Timing {

    /// Nanoseconds; a slow implementation is not waited for longer than this for one figure.
    private static final long LONGEST = 5_000_000_000L;

    private Timing() {}

    /// A call with a number of its own.
    @FunctionalInterface
    interface Call {
        void make(int number) throws InterruptedException;
    }

    /// One call after the other: prints the median and the 99th percentile in microseconds.
    static void oneAtATime(String name, int warmUp, int count, Call call)
            throws InterruptedException {
        repeat(warmUp, call);
        var times = new long[count];
        var made = 0;
        var end = System.nanoTime() + LONGEST;
        while (made < count && System.nanoTime() < end) {
            var begun = System.nanoTime();
            call.make(made);
            times[made++] = System.nanoTime() - begun;
        }
        var sorted = Arrays.stream(times, 0, made).sorted().toArray();
        Bench.print(name, "µs", sorted[made / 2] / 1e3);
        Bench.print(name + ", 99th percentile", "µs", sorted[made * 99 / 100] / 1e3);
    }

    /// 16 callers at once: prints the calls in a second.
    static void sixteenAtOnce(String name, int count, Call call) throws InterruptedException {
        var callers = 16;
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        var finished = new CountDownLatch(callers);
        var begun = System.nanoTime();
        for (var i = 0; i < callers; i++) {
            Thread.ofVirtual()
                    .start(() -> callUntil(begun + LONGEST, count, next, done, finished, call));
        }
        finished.await();
        Bench.print(name, "calls/s", done.get() * 1e9 / (System.nanoTime() - begun));
    }

    private static void callUntil(
            long end,
            int count,
            AtomicInteger next,
            AtomicInteger done,
            CountDownLatch finished,
            Call call) {
        try {
            for (var i = next.getAndIncrement();
                    i < count && System.nanoTime() < end;
                    i = next.getAndIncrement()) {
                call.make(i);
                done.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            finished.countDown();
        }
    }

    private static void repeat(int count, Call call) throws InterruptedException {
        var end = System.nanoTime() + LONGEST;
        for (var i = 0; i < count && System.nanoTime() < end; i++) {
            call.make(i);
        }
    }
}
