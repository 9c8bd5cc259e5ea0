package org.gatehouse.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is kept under one id. Immutable.
///
/// @param permissions app → words, sorted by app as the reference does; the key `""` is an app like
///   any other
/// @param data a value that belongs to all apps
public record Entry(Map<String, List<String>> permissions, StoredValue data) {

    /// An id for which nothing is decided.
    public static final Entry EMPTY = new Entry(Map.of(), StoredValue.NONE);

    public Entry {
        permissions = Collections.unmodifiableMap(permissions);
    }

    /// An entry of rows in any order. A row without words is no row.
    public static Entry of(Map<String, List<String>> rows, StoredValue data) {
        var sorted = LinkedHashMap.<String, List<String>>newLinkedHashMap(rows.size());
        rows.entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(row -> sorted.put(row.getKey(), List.copyOf(row.getValue())));
        return new Entry(sorted, data);
    }

    /// The words of one app, none if it has no row.
    public List<String> of(String app) {
        return permissions.getOrDefault(app, List.of());
    }

    /// With other words for one app; with no words it loses its row.
    public Entry with(String app, List<String> words) {
        return words.isEmpty() ? without(app) : replacing(app, words);
    }

    /// Without the row of one app.
    public Entry without(String app) {
        if (!permissions.containsKey(app)) {
            return this;
        }
        var remaining = new LinkedHashMap<>(permissions);
        remaining.remove(app);
        return new Entry(remaining, data);
    }

    public Entry with(StoredValue otherData) {
        return new Entry(permissions, otherData);
    }

    private Entry replacing(String app, List<String> words) {
        // the room is made at once: a map of a thousand apps is copied for every change of one
        var changed = LinkedHashMap.<String, List<String>>newLinkedHashMap(permissions.size() + 1);
        for (var row : permissions.entrySet()) {
            if (row.getKey().compareTo(app) > 0) {
                changed.putIfAbsent(app, List.copyOf(words));
            }
            changed.put(
                    row.getKey(), row.getKey().equals(app) ? List.copyOf(words) : row.getValue());
        }
        changed.putIfAbsent(app, List.copyOf(words));
        return new Entry(changed, data);
    }
}
