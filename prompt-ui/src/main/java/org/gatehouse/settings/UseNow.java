package org.gatehouse.settings;

/// Something that an app uses at this moment.
///
/// @param name of the app, fit to be shown
/// @param paused whether it waits for the app to be seen again
/// @param since seconds since the epoch
public record UseNow(GrantKey key, String name, boolean paused, long since) {}
