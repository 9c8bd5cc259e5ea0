package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.Lifespan;

/// On what ground somebody uses a resource.
///
/// @param stored what was stored when it was last looked at
/// @param answered by an answer of the person's that is not stored: for this time only
/// @param lifespan of that answer, or of what is stored; always for what is neither
public record Basis(StoredDecision stored, boolean answered, Lifespan lifespan) {

    /// By what the rule said, without an answer.
    static Basis ruled(StoredDecision stored) {
        return new Basis(
                stored,
                false,
                stored instanceof StoredDecision.Granted held ? held.lifespan() : Lifespan.ALWAYS);
    }

    /// Whether it counts only while the app has a visible window.
    public boolean onlyInUse() {
        return lifespan == Lifespan.WHILE_IN_USE;
    }
}
