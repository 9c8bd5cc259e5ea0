package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;

/// What was decided, by a person or as implied by policy, to be kept.
///
/// @param rank the level granted; 0 for a refusal
/// @param asked the rank that was asked for
/// @param terms how long, and on what words of the app
public record Decision(GrantKey key, PermissionClass resource, int rank, int asked, Terms terms) {

    /// What goes with the decision.
    ///
    /// @param until seconds since the epoch where the lifespan is until a time and that time is
    ///   known; 0 for as long as the class says
    /// @param refusal the person refused what was asked; with a `rank` above 0 what was granted
    ///   before stands
    /// @param reason the app's own words, or empty
    /// @param implied nobody decided it: policy gave it to an app built for an older system
    public record Terms(
            Lifespan lifespan, long until, boolean refusal, String reason, boolean implied) {}
}
