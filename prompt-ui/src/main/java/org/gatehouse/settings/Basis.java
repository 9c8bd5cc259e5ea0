package org.gatehouse.settings;

import java.util.HashMap;
import java.util.Map;

/// What the next change is based on: the newest ledger record that the person could know of.
///
/// Threads: only where reads and changes run one after another.
final class Basis {

    private final Map<GrantKey, Long> own = new HashMap<>();
    private long known;

    /// Everything has been read again.
    void read(long sequence) {
        known = sequence;
        own.clear();
    }

    /// One grant was changed from here since.
    void made(GrantKey key, long sequence) {
        own.put(key, sequence);
    }

    long of(GrantKey key) {
        return Math.max(known, own.getOrDefault(key, 0L));
    }

    long known() {
        return known;
    }
}
