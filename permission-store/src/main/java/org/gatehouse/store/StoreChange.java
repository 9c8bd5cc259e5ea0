package org.gatehouse.store;

/// An entry that has changed, and is durable like that.
///
/// @param deleted the entry is gone; then `entry` holds its last values
public record StoreChange(EntryKey key, boolean deleted, Entry entry) {}
