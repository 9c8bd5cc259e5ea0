package org.gatehouse.store;

import java.util.List;
import java.util.Map;

/// A change that somebody asks for. What it does to an entry is [WriteRule]'s to say.
public sealed interface Write {

    /// A change of one entry.
    sealed interface EntryWrite extends Write {
        EntryKey key();
    }

    /// Replaces everything under an id.
    record Set(
            EntryKey key, boolean create, Map<String, List<String>> permissions, StoredValue data)
            implements EntryWrite {}

    /// Removes an id.
    record Delete(EntryKey key) implements EntryWrite {}

    /// Replaces the value of an id.
    record SetValue(EntryKey key, boolean create, StoredValue data) implements EntryWrite {}

    /// Replaces the words of one app; with no words it loses its row.
    record SetPermission(EntryKey key, boolean create, String app, List<String> words)
            implements EntryWrite {}

    /// Removes the row of one app.
    record DeletePermission(EntryKey key, String app) implements EntryWrite {}

    /// Keeps a decision: the row that other tools see, and its terms.
    record Remember(GrantKey grantKey, Grant grant, LedgerEvent.Kind kind) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// The time of a grant is over: it goes, and its row with it.
    ///
    /// @param remaining the words that still hold for that app, under a grant to another kind
    record Expire(GrantKey grantKey, List<String> remaining) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// Appends to the ledger. One that says `used` counts as a use of the grant.
    record Note(LedgerEvent event) implements Write {}
}
