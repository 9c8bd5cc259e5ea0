package org.gatehouse.store;

/// How the store is, for people.
public enum StoreStatus {
    /// Everything is as it was written.
    GOOD,
    /// The database was damaged and has been restored from a copy.
    RESTORED,
    /// The database was damaged and no copy was left: what is not known is refused.
    LOST,
    /// Nothing can be written at present: the disk is full or read-only.
    UNWRITABLE
}
