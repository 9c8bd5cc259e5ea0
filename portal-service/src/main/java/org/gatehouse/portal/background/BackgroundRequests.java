package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.consent.Admission;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.consent.StoredDecision;

/// What each background request needs.
final class BackgroundRequests {

    private final ConsentGate gate;
    private final Catalogue catalogue;
    private final RevocationWatch watch;
    private final Autostart autostart;
    private final BackgroundRevocation revocation;

    @Inject
    BackgroundRequests(
            ConsentGate gate,
            Catalogue catalogue,
            RevocationWatch watch,
            Autostart autostart,
            BackgroundRevocation revocation) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.watch = watch;
        this.autostart = autostart;
        this.revocation = revocation;
    }

    Admission admit(ConsentRequest request) throws InterruptedException {
        return gate.admit(request);
    }

    StoredDecision stored(Caller caller, PermissionClass permission) throws InterruptedException {
        return gate.stored(caller, permission);
    }

    /// How many changes of stored decisions were seen.
    long changes() {
        return watch.changes();
    }

    PermissionClass permission(String id) {
        return catalogue.get(id);
    }

    /// An entry was written: from now on it goes with what it rests on.
    void entryWritten() {
        revocation.reviewSoon();
    }

    Autostart autostart() {
        return autostart;
    }
}
