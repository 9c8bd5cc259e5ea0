package org.gatehouse.store;

import java.util.List;

/// An entry that has changed, and is durable like that.
///
/// @param deleted the entry is gone; then `entry` holds its last values
/// @param before the entry as it was, [Entry#EMPTY] if there was none
/// @param grants that were given, changed or taken away with it, of apps whose words may be the
///   same as before
/// @param sequence of the ledger record; where a revocation holds in memory only, of the newest
///   record that there is
public record StoreChange(
        EntryKey key,
        boolean deleted,
        Entry entry,
        Entry before,
        List<GrantKey> grants,
        long sequence) {

    public StoreChange {
        grants = List.copyOf(grants);
    }
}
