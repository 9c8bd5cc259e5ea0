package org.gatehouse.portal.consent;

/// What became of one request for a resource.
public sealed interface Admission {

    /// The app may use it, up to a level.
    ///
    /// @param rank the level allowed, at most what was asked for
    /// @param basis what was stored when it was allowed; a change of it concerns whoever uses the
    ///   resource because of it
    record Admitted(int rank, StoredDecision basis) implements Admission {}

    /// Refused, now or before, or dismissed by the person.
    record Refused() implements Admission {}

    /// Nobody could decide.
    record Undecided() implements Admission {}
}
