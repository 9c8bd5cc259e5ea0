package org.gatehouse.store;

/// How often something was used on a day.
///
/// @param day its first second, since the epoch
public record DayUse(long day, EntryKey entry, long uses) {}
