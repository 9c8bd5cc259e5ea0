package org.gatehouse.settings;

/// One permission of one app.
///
/// @param permission id of the class
public record GrantKey(String permission, AppKey app) {}
