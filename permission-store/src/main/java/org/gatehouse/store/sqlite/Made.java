package org.gatehouse.store.sqlite;

import org.gatehouse.store.Moment;

/// When a grant was made.
///
/// @param sequence the number of its ledger record; 0 for what an earlier version wrote
/// @param moment when
/// @param seenTime the latest time in the ledger then, in seconds since the epoch
/// @param seenDays how many days the store had seen when the grant was made or last used, see
///   [Days]
record Made(long sequence, Moment moment, long seenTime, long seenDays) {

    /// After a use.
    Made used(long days) {
        return new Made(sequence, moment, seenTime, days);
    }
}
