package org.gatehouse.documents.service;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Lets changes of the same thing happen one after another, and of different things side by side.
///
/// A turn lasts while the store is asked, 2 seconds at most; whoever waits for it wants the same
/// thing, but for the few that share one of 256 locks with it. Threads: any but virtual ones need
/// no care; turns of one kind are not taken within one another.
final class Turns {

    private static final int LOCKS = 256;

    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();

    /// Has `change` run while nobody else changes one of `things`.
    <T> T take(Collection<?> things, Supplier<T> change) {
        // always in the same order, so that two that want each other's things do not wait for ever
        var wanted =
                things.stream()
                        .mapToInt(thing -> Math.floorMod(spread(thing.hashCode()), LOCKS))
                        .distinct()
                        .sorted()
                        .mapToObj(locks::get)
                        .toList();
        wanted.forEach(ReentrantLock::lock);
        try {
            return change.get();
        } finally {
            wanted.forEach(ReentrantLock::unlock);
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16) ^ (hash >>> 8);
    }
}
