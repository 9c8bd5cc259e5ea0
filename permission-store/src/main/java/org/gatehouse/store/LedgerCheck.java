package org.gatehouse.store;

/// What a walk through the whole ledger has found.
///
/// @param records how many there are
/// @param broken how many of them are not as they were written, or do not follow the one before;
///   one that is missing at the end counts as well
/// @param firstBroken the number of the first of these, 0 if there is none
public record LedgerCheck(long records, long broken, long firstBroken) {}
