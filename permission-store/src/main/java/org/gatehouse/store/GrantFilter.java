package org.gatehouse.store;

import java.util.Optional;

/// Which grants are meant; what is empty means all.
///
/// @param kind only grants to that kind of app, and none of the rows that tools wrote
public record GrantFilter(Optional<EntryKey> entry, Optional<AppKind> kind, Optional<String> app) {

    public static final GrantFilter ALL =
            new GrantFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
