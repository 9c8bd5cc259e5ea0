package org.gatehouse.documents.mount;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The nodes that the kernel knows, each as often as it was told of it.
///
/// Its size is what the kernel remembers. Threads: any.
final class NodeTable {

    private static final long FIRST = 3;

    private static final class Held {
        final Object key;
        final Node node;
        long times;

        Held(Object key, Node node) {
            this.key = key;
            this.node = node;
        }
    }

    private final Map<Long, Held> byId = new ConcurrentHashMap<>();
    private final Map<Object, Held> byKey = new HashMap<>();
    private long next = FIRST;

    NodeTable() {
        byId.put(Node.ROOT, new Held(Node.ROOT, new Node.Root()));
        byId.put(Node.APPS, new Held(Node.APPS, new Node.Apps()));
    }

    /// The node of a number; null if the kernel should have forgotten it.
    @Nullable Node find(long id) {
        var held = byId.get(id);
        return held == null ? null : held.node;
    }

    /// The node of a key, once more known to the kernel; null if there is none.
    synchronized @Nullable Node holdKnown(Object key) {
        var held = byKey.get(key);
        if (held == null) {
            return null;
        }
        held.times++;
        return held.node;
    }

    /// The node of a key, once more known to the kernel.
    ///
    /// @param make makes it with its number, if there is none
    synchronized Node hold(Object key, LongFunction<Node> make) {
        var held = byKey.get(key);
        if (held == null) {
            held = new Held(key, make.apply(next++));
            byKey.put(key, held);
            byId.put(held.node.id(), held);
        }
        held.times++;
        return held.node;
    }

    /// The kernel has forgotten a node, so many times.
    ///
    /// @return the node, if it does not know it any longer
    synchronized Optional<Node> forget(long id, long times) {
        var held = byId.get(id);
        if (held == null || id < FIRST) {
            return Optional.empty();
        }
        held.times -= times;
        if (held.times > 0) {
            return Optional.empty();
        }
        byId.remove(id);
        byKey.remove(held.key);
        return Optional.of(held.node);
    }

    /// Everything the kernel knew, when it knows nothing any longer.
    synchronized Iterable<Node> drain() {
        var all = byId.values().stream().map(held -> held.node).toList();
        byId.clear();
        byKey.clear();
        return all;
    }

    int size() {
        return byId.size();
    }
}
