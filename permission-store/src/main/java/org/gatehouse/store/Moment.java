package org.gatehouse.store;

/// A moment, by two clocks: that on the wall, which anybody may set, and the one that counts from
/// the start of the machine, also while it sleeps, and is never set.
///
/// @param time seconds since the epoch
/// @param boot the id of this run of the machine, `""` if unknown
/// @param sinceBoot milliseconds since the machine was started
public record Moment(long time, String boot, long sinceBoot) {

    /// Whether both are of the same run of the machine, so that their distance is known.
    public boolean isSameBoot(Moment other) {
        return !boot.isEmpty() && boot.equals(other.boot);
    }
}
