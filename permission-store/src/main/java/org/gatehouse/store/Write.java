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

    /// Keeps a decision of the portal: the row that other tools see, and its terms.
    record Remember(GrantKey grantKey, Grant grant, LedgerEvent.Kind kind) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// Keeps a decision of a settings app. In the ledger it is `set`; `revoked` if it gives less.
    record Decide(GrantKey grantKey, Grant grant) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// Removes the grant to one kind of app. Its row becomes that of the newest grant to another
    /// kind of the same app, or goes.
    ///
    /// Where there is no such grant it is `NotFound` on its own, and nothing as a part of a
    /// [Change].
    record Forget(GrantKey grantKey) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// The time of a grant is over: it goes as with [Forget].
    record Expire(GrantKey grantKey) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// Nobody used a grant for so many days: it goes as with [Forget].
    record Lapse(GrantKey grantKey, int days) implements EntryWrite {
        @Override
        public EntryKey key() {
            return grantKey.entry();
        }
    }

    /// Several writes as one: all of them or none, one record in the ledger, one step to undo.
    ///
    /// @param event the ledger record
    /// @param basedOn the newest ledger record that the author has seen: refused with `Conflict` if
    ///   one of the apps concerned was changed by a newer one; 0 for no such check
    /// @param settles the number of the deferred question that this answers, `NotFound` if it does
    ///   not wait; 0 for none
    record Change(List<EntryWrite> parts, LedgerEvent event, long basedOn, long settles)
            implements Write {
        public Change {
            parts = List.copyOf(parts);
        }
    }

    /// Takes a change back: what it changed becomes what it was before. That is a change as well.
    ///
    /// `NotFound` if it cannot be undone (any more), `Conflict` if what it changed has been changed
    /// since. Only the newest hundred changes can be undone.
    ///
    /// @param sequence of its ledger record; 0 for the newest that can be undone
    record Undo(long sequence) implements Write {}

    /// Puts a question on the list of those that wait; an equal one is counted again. Answered with
    /// the number of the question.
    ///
    /// Only so many are kept, in all and of one app: the oldest go.
    ///
    /// @param question its number, time and count do not matter
    /// @param event the ledger record
    record Defer(DeferredQuestion question, LedgerEvent event) implements Write {}

    /// Takes a question off the list.
    ///
    /// @param question its number; `NotFound` if it does not wait
    /// @param event the ledger record
    record Settle(long question, LedgerEvent event) implements Write {}

    /// Appends to the ledger. One that says `used` counts as a use of the grant.
    record Note(LedgerEvent event) implements Write {}
}
