package org.gatehouse.portal.location;

import jakarta.inject.Inject;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.gatehouse.portal.request.LiveSession;
import org.gatehouse.portal.use.Uses;
import org.gatehouse.protocol.ParentWindow;

/// What the start of each location session needs.
final class LocationStarts {

    private final ConsentGate gate;
    private final LocationSource source;
    private final RevocationWatch watch;
    private final Ledger ledger;
    private final DesktopFiles apps;
    private final Catalogue catalogue;
    private final Uses uses;
    private final LocationReview review;

    @Inject
    LocationStarts(
            ConsentGate gate,
            LocationSource source,
            RevocationWatch watch,
            Ledger ledger,
            DesktopFiles apps,
            Catalogue catalogue,
            Uses uses,
            LocationReview review) {
        this.gate = gate;
        this.source = source;
        this.watch = watch;
        this.ledger = ledger;
        this.apps = apps;
        this.catalogue = catalogue;
        this.uses = uses;
        this.review = review;
    }

    LocationSession session(BusConnection bus, LiveSession session, Wish wish) {
        return new LocationSession(bus, session, wish, permission(), uses);
    }

    LocationStart of(LocationSession session, ParentWindow parent) {
        return new LocationStart(this, session, parent);
    }

    /// The reason the app states in its desktop file; empty if it gives none.
    String reason(Caller caller) {
        return apps.statedReason(permission(), caller.identity().wireId());
    }

    ConsentGate gate() {
        return gate;
    }

    /// The class of permission that this is about.
    PermissionClass permission() {
        return catalogue.get(LocationPortal.CLASS);
    }

    LocationSource source() {
        return source;
    }

    RevocationWatch watch() {
        return watch;
    }

    LocationReview review() {
        return review;
    }

    Uses uses() {
        return uses;
    }

    Ledger ledger() {
        return ledger;
    }
}
