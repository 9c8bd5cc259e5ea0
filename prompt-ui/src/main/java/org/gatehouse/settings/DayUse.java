package org.gatehouse.settings;

/// How often a permission was used on a day.
///
/// @param day the day's first second, since the epoch
/// @param permission id of the class
public record DayUse(long day, String permission, long uses) {}
