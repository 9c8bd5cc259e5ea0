package org.gatehouse.store;

/// A change that can be taken back.
///
/// @param sequence of its ledger record
/// @param time seconds since the epoch
/// @param text of its ledger record
public record UndoStep(long sequence, long time, String text) {}
