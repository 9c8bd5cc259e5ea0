package org.gatehouse.store.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Finds something out, and believes it for a few seconds: a list of a thousand grants is not to
/// read each app's files for each of them.
///
/// Threads: any; two may find out the same at once.
///
/// @param <K> what is asked about
/// @param <V> what was found
final class Believed<K, V> {

    private static final long NANOS = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 2_000;

    private final Map<K, Found<V>> found = new ConcurrentHashMap<>();
    private final Function<K, V> source;

    private record Found<V>(V value, long at) {}

    Believed(Function<K, V> source) {
        this.source = source;
    }

    V of(K key) {
        long now = System.nanoTime();
        var known = found.get(key);
        if (known != null && now - known.at < NANOS) {
            return known.value;
        }
        if (found.size() >= MOST) {
            found.clear();
        }
        var value = source.apply(key);
        found.put(key, new Found<>(value, now));
        return value;
    }
}
