package org.gatehouse.settings;

/// A question that could not be asked when it came up.
///
/// @param number the service's
/// @param name of the app, fit to be shown
/// @param level degree that was asked for, `""` where there is none
/// @param reason the app's own words, fit to be shown
/// @param why it was not asked: a situation, `nobody`, `policy`
/// @param time seconds since the epoch, of the last time
/// @param times how often it came up
public record WaitingQuestion(
        long number,
        GrantKey key,
        String name,
        String level,
        String reason,
        String why,
        long time,
        long times) {}
