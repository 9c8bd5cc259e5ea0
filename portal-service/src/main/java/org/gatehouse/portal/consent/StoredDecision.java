package org.gatehouse.portal.consent;

/// What the permission store holds for one app and one resource.
public sealed interface StoredDecision {

    /// Nothing.
    record Unset() implements StoredDecision {}

    /// A row that cannot be understood: counts as unset and stays until a person decides.
    record Garbled() implements StoredDecision {}

    /// A person, a tool or an administrator said no.
    record Refused() implements StoredDecision {}

    /// Granted up to a level.
    ///
    /// @param rank the level, ≥ 1
    /// @param covers the highest rank that was asked for when this was decided, ≥ `rank`: asking
    ///   for no more than that is not asked again. A row that a tool wrote covers everything.
    /// @param lifespan how long it holds
    record Granted(int rank, int covers, Lifespan lifespan) implements StoredDecision {}

    /// To be asked each time.
    record AskEachTime() implements StoredDecision {}

    /// There is no permission store: everything counts as unset, and nothing is allowed unasked.
    record NoStore() implements StoredDecision {}

    /// The store is there and failed or was too slow: nothing is allowed.
    record Unreadable() implements StoredDecision {}
}
