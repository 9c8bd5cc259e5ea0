package org.gatehouse.portal.background;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Admission;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.consent.ConsentRequest;
import org.gatehouse.portal.consent.Question.Place;
import org.gatehouse.portal.consent.StoredDecision;
import org.gatehouse.portal.request.Flow;
import org.gatehouse.portal.request.Outcome;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.RequestHandle;
import org.gatehouse.protocol.ResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens to one RequestBackground: consent, then the entry that starts the app at login,
/// then the truth about both.
///
/// Thread: the virtual thread of the request.
final class BackgroundRequest implements Flow {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRequest.class);

    private final BackgroundRequests parts;
    private final Caller caller;
    private final BackgroundOptions asked;
    private final ParentWindow parent;
    private final long madeAt = System.nanoTime();

    BackgroundRequest(
            BackgroundRequests parts, Caller caller, BackgroundOptions asked, ParentWindow parent) {
        this.parts = parts;
        this.caller = caller;
        this.asked = asked;
        this.parent = parent;
    }

    @Override
    public Outcome run(RequestHandle handle) throws InterruptedException {
        if (asked.wantsAutostart()) {
            parts.autostart().asked(caller);
        }
        if (caller.identity() instanceof AppIdentity.Host(var label) && label.isEmpty()) {
            // nothing to be stored or started under
            return asked.wantsAutostart() ? refused(ResponseCode.OTHER) : allowed(false);
        }
        long changes = parts.changes();
        return switch (parts.admit(request(handle))) {
            case Admission.Admitted admitted -> admitted(handle, admitted, changes);
            case Admission.Refused() -> refused(ResponseCode.CANCELLED);
            case Admission.Undecided undecided -> undecided(handle, undecided);
        };
    }

    private ConsentRequest request(RequestHandle handle) {
        boolean mayStart =
                asked.wantsAutostart() && Autostart.startable(caller.identity()).isPresent();
        return new ConsentRequest(
                caller,
                parts.permission(BackgroundPortal.CLASS),
                1,
                asked.reason(),
                new Place(handle, parent),
                mayStart ? List.of(parts.permission(BackgroundPortal.AUTOSTART)) : List.of(),
                madeAt);
    }

    private Outcome admitted(RequestHandle handle, Admission.Admitted admitted, long changes)
            throws InterruptedException {
        var app = Autostart.startable(caller.identity());
        if (app.isEmpty()) {
            return asked.wantsAutostart()
                    ? answer(ResponseCode.OTHER, true, false)
                    : allowed(false);
        }
        boolean starts = asked.wantsAutostart() && mayStartAtLogin(handle, admitted);
        var outcome = withAutostart(app.get(), starts);
        if (parts.changes() != changes && isRefusedNow()) {
            // taken back between the look at the store and now
            takeBack(app.get());
            return refused(ResponseCode.CANCELLED);
        }
        return outcome;
    }

    /// Where nothing at all can show a question, it runs this time, and the person is told of it
    /// when it does.
    private Outcome undecided(RequestHandle handle, Admission.Undecided undecided) {
        var app = Autostart.startable(caller.identity());
        if (!undecided.forWantOfAnybody()) {
            return refused(ResponseCode.OTHER);
        }
        LOG.warn("{}: nobody can be asked; it may run in the background this time", handle);
        if (app.isEmpty()) {
            return asked.wantsAutostart()
                    ? answer(ResponseCode.OTHER, true, false)
                    : allowed(false);
        }
        return withAutostart(app.get(), asked.wantsAutostart());
    }

    private boolean mayStartAtLogin(RequestHandle handle, Admission.Admitted admitted)
            throws InterruptedException {
        if (admitted.basis().lifespan() == Lifespan.SESSION) {
            // at the next login the grant is gone
            return false;
        }
        var said = admitted.along().get(BackgroundPortal.AUTOSTART);
        if (said != null) {
            return said;
        }
        var request =
                new ConsentRequest(
                        caller,
                        parts.permission(BackgroundPortal.AUTOSTART),
                        1,
                        asked.reason(),
                        new Place(handle, parent),
                        madeAt);
        return parts.admit(request) instanceof Admission.Admitted;
    }

    private Outcome withAutostart(AppId app, boolean starts) {
        var autostart = parts.autostart();
        try {
            if (starts) {
                autostart.enable(app, caller.identity(), asked.start());
                parts.entryWritten();
                return allowed(true);
            }
            // what was asked for by this connection goes; an earlier entry stays if it says nothing
            if (asked.autostart().isPresent() || autostart.hasAsked(caller)) {
                autostart.disable(app);
            }
        } catch (IOException | SecurityException e) {
            LOG.warn("the autostart entry of {} could not be changed: {}", app, e.toString());
            return refused(ResponseCode.OTHER);
        }
        return allowed(autostart.isEnabled(app));
    }

    private boolean isRefusedNow() throws InterruptedException {
        PermissionClass permission = parts.permission(BackgroundPortal.CLASS);
        return parts.stored(caller, permission) instanceof StoredDecision.Refused;
    }

    private void takeBack(AppId app) {
        try {
            parts.autostart().disable(app);
        } catch (IOException e) {
            LOG.warn("the autostart entry of {} could not be removed: {}", app, e.toString());
        }
    }

    private static Outcome allowed(boolean autostart) {
        return answer(ResponseCode.SUCCESS, true, autostart);
    }

    private static Outcome refused(ResponseCode code) {
        return answer(code, false, false);
    }

    /// Both keys always, and both true to what is.
    private static Outcome answer(ResponseCode code, boolean background, boolean autostart) {
        return Outcome.of(
                code,
                Map.of(
                        "background", new Variant<>(background),
                        "autostart", new Variant<>(autostart)));
    }

    @Override
    public void abandoned() {
        // what the person answered is kept or not by consent; an entry is written whole or not
    }
}
