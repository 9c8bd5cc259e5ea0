package org.gatehouse.portal.location;

import jakarta.inject.Inject;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Matter;
import org.gatehouse.portal.consent.Standing;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.use.Uses;

/// Judges one running session anew, by the very rule that admitted it.
///
/// Threads: any; waits for what is stored where it is not given.
final class LocationReview {

    private final ConsentGate gate;
    private final Uses uses;
    private final Catalogue catalogue;

    @Inject
    LocationReview(ConsentGate gate, Uses uses, Catalogue catalogue) {
        this.gate = gate;
        this.uses = uses;
        this.catalogue = catalogue;
    }

    /// Whether the session may go on, after a look at the store.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    boolean isKept(LocationSession session) throws InterruptedException {
        var permission = catalogue.get(LocationPortal.CLASS);
        return isKept(session, gate.stored(session.caller(), permission));
    }

    /// Whether the session may go on; lowers it where it has less from now on.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    boolean isKept(LocationSession session, StoredDecision stored) throws InterruptedException {
        var basis = session.basis();
        if (basis.isEmpty()) {
            return true;
        }
        var permission = catalogue.get(LocationPortal.CLASS);
        var caller = session.caller();
        var now = gate.circumstances(caller, permission);
        // a reason was given or was not missed; it is not asked for again
        var matter =
                new Matter(caller.identity(), permission, session.asked().rank(), true, stored);
        return switch (Standing.of(basis.get(), session.rank(), matter, now)) {
            case Standing.Lost() -> false;
            case Standing.Kept(int rank, var ground) -> {
                session.keep(rank, ground);
                uses.review(session);
                yield true;
            }
        };
    }
}
