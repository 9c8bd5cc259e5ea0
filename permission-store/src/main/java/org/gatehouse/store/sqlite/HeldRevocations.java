package org.gatehouse.store.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.store.Author;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;

/// Revocations that could not be written. They hold in memory, before what the database says, until
/// they can be.
///
/// Threads: the writer changes it, readers look.
final class HeldRevocations {

    private final Map<EntryKey, Held> entries = new ConcurrentHashMap<>();

    /// What is left of an entry.
    ///
    /// @param entry empty if it is gone
    /// @param author who revoked
    record Held(Optional<Entry> entry, Author author) {}

    Map<EntryKey, Held> entries() {
        return entries;
    }
}
