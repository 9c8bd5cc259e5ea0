package org.gatehouse.store;

import java.util.Optional;
import java.util.Set;

/// Which ledger records are meant; what is empty means all.
///
/// @param appKind the word of a kind of app; `""` only records that name none
/// @param since only records of this time or later, in seconds since the epoch; 0 for all
/// @param until only records before this time; 0 for all
public record LedgerFilter(
        Optional<EntryKey> entry,
        Optional<String> appKind,
        Optional<String> app,
        Set<LedgerEvent.Kind> kinds,
        long since,
        long until) {

    public static final LedgerFilter ALL =
            new LedgerFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), 0, 0);

    public LedgerFilter {
        kinds = Set.copyOf(kinds);
    }
}
