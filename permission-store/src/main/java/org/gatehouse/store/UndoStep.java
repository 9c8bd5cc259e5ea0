package org.gatehouse.store;

/// A change that can be taken back.
///
/// @param sequence of its ledger record
/// @param time seconds since the epoch
/// @param event what the ledger says of it
public record UndoStep(long sequence, long time, LedgerEvent event) {

    /// The text of its ledger record.
    public String text() {
        return event.text();
    }
}
