package org.gatehouse.portal.consent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Spares the person a question that was refused three times within 60 seconds, for 30 seconds.
///
/// Threads: any; guarded by the object.
public final class Silence {

    private static final int REFUSALS = 3;
    private static final long WITHIN = Duration.ofSeconds(60).toNanos();
    private static final long FOR = Duration.ofSeconds(30).toNanos();

    private final LongSupplier clock;
    private final Map<Object, Deque<Long>> refusals = new HashMap<>();

    /// Nothing was refused yet.
    ///
    /// @param clock nanoseconds, never going back
    public Silence(LongSupplier clock) {
        this.clock = clock;
    }

    /// A question of this sameness was refused or closed by the person.
    synchronized void refused(Object question) {
        long now = clock.getAsLong();
        refusals.values().forEach(times -> forget(times, now));
        refusals.values().removeIf(Deque::isEmpty);
        var times = refusals.computeIfAbsent(question, _ -> new ArrayDeque<>());
        times.addLast(now);
        if (times.size() > REFUSALS) {
            times.removeFirst();
        }
    }

    synchronized boolean holds(Object question) {
        long now = clock.getAsLong();
        var times = refusals.get(question);
        if (times == null || times.size() < REFUSALS) {
            return false;
        }
        return times.getLast() - times.getFirst() <= WITHIN && now - times.getLast() < FOR;
    }

    private static void forget(Deque<Long> times, long now) {
        while (!times.isEmpty() && now - times.getFirst() > WITHIN + FOR) {
            times.removeFirst();
        }
    }
}
