package org.gatehouse.portal.consent;

/// Whose decision: the kind of identity and the app id. Sandboxed and host grants never mix.
///
/// @param kind `flatpak`, `snap`, `linyaps` or `host`
/// @param app the app id; empty for a host program without one, which matches only itself
public record GrantKey(String kind, String app) {}
