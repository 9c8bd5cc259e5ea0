package org.gatehouse.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gatehouse.bus.wire.ObjectPaths;

/// Which interfaces are served at which path.
///
/// Threads: any; a path's interfaces change as one.
final class ObjectTree {

    private final NavigableMap<String, Map<String, ExportedInterface<?>>> objects =
            new ConcurrentSkipListMap<>();

    /// @throws IllegalArgumentException if an interface is served there already
    Subscription add(String path, List<? extends ExportedInterface<?>> interfaces) {
        objects.compute(
                ObjectPaths.checked(path),
                (_, present) -> {
                    var all = new TreeMap<String, ExportedInterface<?>>();
                    if (present != null) {
                        all.putAll(present);
                    }
                    for (var added : interfaces) {
                        if (all.put(added.table().name(), added) != null) {
                            throw new IllegalArgumentException(path + " is taken");
                        }
                    }
                    return all;
                });
        return () -> remove(path, interfaces);
    }

    private void remove(String path, List<? extends ExportedInterface<?>> interfaces) {
        objects.computeIfPresent(
                path,
                (_, present) -> {
                    var left = new TreeMap<>(present);
                    interfaces.forEach(gone -> left.remove(gone.table().name(), gone));
                    return left.isEmpty() ? null : left;
                });
    }

    /// Interface name → interface; empty if nothing is served there.
    Map<String, ExportedInterface<?>> at(String path) {
        var found = objects.get(path);
        return found == null ? Map.of() : found;
    }

    /// Names of the path's direct children, on the way to whatever is served below it.
    List<String> children(String path) {
        var prefix = path.equals("/") ? "/" : path + "/";
        var children = new TreeSet<String>();
        for (var below : objects.tailMap(prefix, false).keySet()) {
            if (!below.startsWith(prefix)) {
                break;
            }
            children.add(below.substring(prefix.length()).split("/")[0]);
        }
        return new ArrayList<>(children);
    }
}
