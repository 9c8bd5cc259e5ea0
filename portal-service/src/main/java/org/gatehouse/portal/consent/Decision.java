package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;

/// What a person decided, to be kept.
///
/// @param rank the level granted; 0 for a refusal
/// @param asked the rank that was asked for
/// @param terms how long, and on what words of the app
public record Decision(GrantKey key, PermissionClass resource, int rank, int asked, Terms terms) {

    /// What goes with the decision.
    ///
    /// @param refusal the person refused what was asked; with a `rank` above 0 what was granted
    ///   before stands
    /// @param reason the app's own words, or empty
    public record Terms(Lifespan lifespan, boolean refusal, String reason) {}
}
