package org.gatehouse.portal.consent;

import org.gatehouse.portal.consent.Verdict.Allow;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.gatehouse.portal.consent.Verdict.Defer;
import org.gatehouse.portal.consent.Verdict.Deny;

/// What becomes of a running use after something has changed: a stored decision, or the policy.
///
/// The very rule that admits is applied again; nobody is asked because of a change. Pure.
public sealed interface Standing {

    /// It goes on, up to a level.
    record Kept(int rank, Basis basis) implements Standing {}

    /// It has lost its ground.
    record Lost() implements Standing {}

    /// Judges a use.
    ///
    /// @param before its ground until now
    /// @param rank the level it has
    static Standing of(Basis before, int rank, Matter matter, Circumstances now) {
        var ruled = ConsentPolicy.decide(matter, now).verdict();
        int most = Math.min(rank, now.ruling().highest().value());
        if (matter.stored() instanceof StoredDecision.NoStore) {
            // a store that has gone takes nothing back
            return ruled instanceof Deny(var reason) && reason.binds()
                    ? new Lost()
                    : new Kept(most, before);
        }
        boolean same = matter.stored().equals(before.stored());
        return switch (ruled) {
            case Deny(var reason) ->
                    before.answered() && !reason.binds() ? new Kept(most, before) : new Lost();
            case Allow(int allowed, _) ->
                    before.answered() && (same || !isGrant(matter.stored()))
                            ? new Kept(most, before)
                            : new Kept(allowed, Basis.ruled(matter.stored()));
            case Ask _, Defer _ ->
                    before.answered() && (same || !isGrant(before.stored()))
                            ? new Kept(most, before)
                            : new Lost();
        };
    }

    private static boolean isGrant(StoredDecision stored) {
        return stored instanceof StoredDecision.Granted;
    }
}
