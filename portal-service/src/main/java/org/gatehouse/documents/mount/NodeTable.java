package org.gatehouse.documents.mount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The nodes that the kernel knows, each as often as it was told of it.
///
/// Its size is what the kernel remembers. Threads: any.
final class NodeTable {

    private static final long FIRST = 3;

    /// A name that the kernel knows a node by.
    ///
    /// @param parent the folder that the name is in
    /// @param name each character a byte
    record KnownAs(long parent, String name) {}

    private static final class Held {
        final Object key;
        final Node node;
        KnownAs known;
        long times;

        Held(Object key, Node node, KnownAs known) {
            this.key = key;
            this.node = node;
            this.known = known;
        }
    }

    private final Map<Long, Held> byId = new ConcurrentHashMap<>();

    /// The longest known first.
    private final Map<Object, Held> byKey = new LinkedHashMap<>();

    private long next = FIRST;

    NodeTable() {
        var root = new KnownAs(Node.ROOT, "");
        byId.put(Node.ROOT, new Held(Node.ROOT, new Node.Root(), root));
        byId.put(Node.APPS, new Held(Node.APPS, new Node.Apps(), root));
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
    /// @param known the name by which it will know it
    /// @param make makes it with its number, if there is none
    synchronized Node hold(Object key, KnownAs known, LongFunction<Node> make) {
        var held = byKey.get(key);
        if (held == null) {
            held = new Held(key, make.apply(next++), known);
            byKey.put(key, held);
            byId.put(held.node.id(), held);
        }
        held.times++;
        return held.node;
    }

    /// The kernel knows a node by another name from now on.
    synchronized void renamed(Object key, KnownAs known) {
        var held = byKey.get(key);
        if (held != null) {
            held.known = known;
        }
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

    /// What the kernel has known the longest, and by which names. It counts as the youngest from
    /// then on.
    ///
    /// @param which what to look for
    synchronized Map<Node, KnownAs> oldest(int most, Predicate<Node> which) {
        var oldest = new LinkedHashMap<Node, KnownAs>();
        var again = new ArrayList<Held>();
        for (var held : byKey.values()) {
            if (oldest.size() >= most) {
                break;
            }
            if (which.test(held.node)) {
                oldest.put(held.node, held.known);
                again.add(held);
            }
        }
        for (var held : again) {
            byKey.remove(held.key);
            byKey.put(held.key, held);
        }
        return oldest;
    }

    /// Everything the kernel knew, when it knows nothing any longer.
    synchronized List<Node> drain() {
        var all = byId.values().stream().map(held -> held.node).toList();
        byId.clear();
        byKey.clear();
        return all;
    }

    int size() {
        return byId.size();
    }
}
