package org.gatehouse.store;

/// An event as the ledger keeps it.
///
/// @param sequence its number, from 1, without gaps
/// @param time seconds since the epoch
/// @param intact whether the record and its link to the one before are as they were written
public record LedgerRecord(
        long sequence, long time, LedgerEvent event, Author author, boolean intact) {}
