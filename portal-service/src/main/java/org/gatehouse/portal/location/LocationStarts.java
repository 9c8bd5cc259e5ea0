package org.gatehouse.portal.location;

import jakarta.inject.Inject;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.app.InstalledApp;
import org.gatehouse.portal.backend.Lockdowns;
import org.gatehouse.portal.backend.Policies;
import org.gatehouse.portal.backend.RevocationWatch;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Policy;
import org.gatehouse.protocol.ParentWindow;

/// What the start of each location session needs.
final class LocationStarts {

    private final ConsentGate gate;
    private final Policies policies;
    private final Lockdowns lockdowns;
    private final LocationSource source;
    private final RevocationWatch watch;
    private final Ledger ledger;
    private final DesktopFiles apps;
    private final Catalogue catalogue;

    @Inject
    LocationStarts(
            ConsentGate gate,
            Policies policies,
            Lockdowns lockdowns,
            LocationSource source,
            RevocationWatch watch,
            Ledger ledger,
            DesktopFiles apps,
            Catalogue catalogue) {
        this.gate = gate;
        this.policies = policies;
        this.lockdowns = lockdowns;
        this.source = source;
        this.watch = watch;
        this.ledger = ledger;
        this.apps = apps;
        this.catalogue = catalogue;
    }

    LocationStart of(LocationSession session, ParentWindow parent) {
        return new LocationStart(this, session, parent);
    }

    /// The reason the app states in its desktop file; empty if it gives none.
    String reason(Caller caller) {
        return apps.find(caller.identity().wireId()).map(InstalledApp::geoclueReason).orElse("");
    }

    ConsentGate gate() {
        return gate;
    }

    /// What is laid down about the location at this moment.
    Policy policy() {
        return policies.of(permission(), lockdowns.isDisabled("location"));
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

    Ledger ledger() {
        return ledger;
    }
}
