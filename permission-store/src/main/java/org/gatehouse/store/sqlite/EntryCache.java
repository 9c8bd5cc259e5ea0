package org.gatehouse.store.sqlite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.store.EntryKey;
import org.jspecify.annotations.Nullable;

/// The entries that were read or written last, as they are in the database.
///
/// A reader may be slower than a writer: what it read counts only if nothing was written since it
/// began, which is what [#time] is for.
///
/// Threads: any.
final class EntryCache {

    /// A bound on memory, in characters of keys, words and bytes of data.
    private static final int MAX_WEIGHT = 1 << 20;

    private final LinkedHashMap<EntryKey, EntryRow> rows = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;
    private long time;

    synchronized @Nullable EntryRow get(EntryKey key) {
        return rows.get(key);
    }

    /// The time, as counted by writes; ask before reading the database.
    synchronized long time() {
        return time;
    }

    /// Keeps what was read.
    ///
    /// @param readAt the time before reading
    synchronized void read(EntryKey key, EntryRow row, long readAt) {
        if (readAt == time) {
            keep(key, row);
        }
    }

    /// Takes over what was committed.
    ///
    /// @param committed empty where an entry is gone
    synchronized void written(Map<EntryKey, Optional<EntryRow>> committed) {
        time++;
        committed.forEach((key, row) -> {
            drop(key);
            row.ifPresent(present -> keep(key, present));
        });
    }

    synchronized void clear() {
        time++;
        rows.clear();
        weight = 0;
    }

    private void keep(EntryKey key, EntryRow row) {
        drop(key);
        rows.put(key, row);
        weight += weight(key, row);
        while (weight > MAX_WEIGHT) {
            drop(rows.firstEntry().getKey());
        }
    }

    private void drop(EntryKey key) {
        var row = rows.remove(key);
        if (row != null) {
            weight -= weight(key, row);
        }
    }

    private static long weight(EntryKey key, EntryRow row) {
        long words = 0;
        for (var permission : row.entry().permissions().entrySet()) {
            words += 50 + permission.getKey().length() + 16L * permission.getValue().size();
        }
        return 100 + key.id().length() + row.entry().data().bytes().length + words;
    }
}
