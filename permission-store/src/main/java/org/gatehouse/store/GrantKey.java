package org.gatehouse.store;

/// Whose grant it is and for what.
///
/// @param app the app id; a host program never shares the grant of a sandboxed app of the same id
public record GrantKey(EntryKey entry, AppKind kind, String app) {}
