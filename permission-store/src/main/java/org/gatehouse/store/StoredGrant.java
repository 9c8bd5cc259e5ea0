package org.gatehouse.store;

import java.util.List;
import java.util.Optional;

/// What holds for an app, in a list.
///
/// @param kind empty for a row that a tool wrote: it holds for every kind
/// @param words never empty
/// @param grant empty for a row that a tool wrote
public record StoredGrant(
        EntryKey entry,
        Optional<AppKind> kind,
        String app,
        List<String> words,
        Optional<Grant> grant) {

    public StoredGrant {
        words = List.copyOf(words);
    }
}
