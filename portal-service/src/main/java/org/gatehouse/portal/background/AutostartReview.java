package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentGate;
import org.gatehouse.portal.consent.Ledger;
import org.gatehouse.portal.consent.Ledger.Event;
import org.gatehouse.portal.consent.Ledger.Kind;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.consent.StoredDecision.Granted;
import org.gatehouse.portal.consent.StoredDecision.Refused;
import org.gatehouse.portal.consent.StoredDecision.Unset;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.SandboxKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the entries away that start apps at login, when what they rest on is taken back.
///
/// An entry goes when the app is refused, to run in the background or to start at login, and when
/// its grant is gone. One that never had a grant stays: the person may have allowed it for that
/// time only. Entries that no portal wrote are not touched.
///
/// Threads: any that may wait for the store; one review after another, guarded by the object.
@Singleton
final class AutostartReview {

    private static final Logger LOG = LoggerFactory.getLogger(AutostartReview.class);

    private final AutostartFolder folder;
    private final ConsentGate gate;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Set<AppId> granted = new HashSet<>();

    @Inject
    AutostartReview(Autostart autostart, ConsentGate gate, Catalogue catalogue, Ledger ledger) {
        this.folder = autostart.folder();
        this.gate = gate;
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /// Looks at all entries.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    synchronized void review() throws InterruptedException {
        for (var app : folder.apps()) {
            var caller = new Caller("", identity(app));
            var background = stored(caller, BackgroundPortal.CLASS);
            var autostart = stored(caller, BackgroundPortal.AUTOSTART);
            boolean gone = granted.contains(app) && background instanceof Unset;
            if (gone || background instanceof Refused || autostart instanceof Refused) {
                remove(app, caller);
            } else if (background instanceof Granted) {
                granted.add(app);
            }
        }
    }

    private AppIdentity identity(AppId app) {
        return folder.isFlatpak(app)
                ? new AppIdentity.Sandboxed(SandboxKind.FLATPAK, app, "")
                : new AppIdentity.Host(app.value());
    }

    private StoredDecision stored(Caller caller, String permission) throws InterruptedException {
        return gate.stored(caller, permission(permission));
    }

    private PermissionClass permission(String id) {
        return catalogue.get(id);
    }

    private void remove(AppId app, Caller caller) {
        granted.remove(app);
        try {
            if (folder.remove(app)) {
                LOG.info("{} is not started at login any longer", app);
                tell(caller);
            }
        } catch (IOException e) {
            LOG.error("the autostart entry of {} cannot be removed: {}", app, e.toString());
        }
    }

    private void tell(Caller caller) {
        ledger.record(
                new Event(
                        Kind.REVOKED,
                        permission(BackgroundPortal.AUTOSTART),
                        Optional.of(caller).flatMap(Caller::grantKey),
                        "it is not started at login any longer"));
    }
}
