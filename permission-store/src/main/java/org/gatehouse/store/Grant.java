package org.gatehouse.store;

import java.util.List;

/// What is known of a decision beyond the words that other tools see. Immutable.
///
/// @param permissions the words that hold for this kind of app
/// @param reason what the app gave as its reason, `""` if nothing
/// @param accuracy the accuracy that was asked for, `""` where there is none
/// @param implied given by policy, to an app that was built for an older level
/// @param decided when, in seconds since the epoch
/// @param lastUse when it was used last, in seconds since the epoch; 0 for never
/// @param uses how often it was used
public record Grant(
        List<String> permissions,
        Lifespan lifespan,
        Decider decider,
        String reason,
        String accuracy,
        boolean implied,
        long decided,
        long lastUse,
        long uses) {

    public Grant {
        permissions = List.copyOf(permissions);
    }

    /// After one more use.
    ///
    /// @param now seconds since the epoch
    public Grant used(long now) {
        return new Grant(
                permissions, lifespan, decider, reason, accuracy, implied, decided, now, uses + 1);
    }
}
