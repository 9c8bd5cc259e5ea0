package org.gatehouse.portal.location;

import jakarta.inject.Inject;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Location;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.app.Callers;
import org.gatehouse.portal.backend.Lockdowns;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.gatehouse.portal.request.Options;
import org.gatehouse.portal.request.Requests;
import org.gatehouse.portal.request.Sessions;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.PortalException;

/// The face of the Location portal: parses, checks and returns handles.
///
/// Thread: the sender's serial queue of the bus layer; nothing here waits.
final class LocationPortal implements Location {

    /// The class of permission that this portal asks for.
    static final String CLASS = "location";

    private final BusConnection bus;
    private final Callers callers;
    private final Lockdowns lockdowns;
    private final Sessions sessions;
    private final Requests requests;
    private final LocationStarts starts;

    @Inject
    LocationPortal(
            BusConnection bus,
            Callers callers,
            Lockdowns lockdowns,
            Sessions sessions,
            Requests requests,
            LocationStarts starts) {
        this.bus = bus;
        this.callers = callers;
        this.lockdowns = lockdowns;
        this.sessions = sessions;
        this.requests = requests;
        this.starts = starts;
    }

    /// Makes a session that does nothing yet.
    ///
    /// @throws PortalException `NotAllowed` under lockdown; `InvalidArgument` for a missing or bad
    ///   token or a bad accuracy; `Failed` beyond a limit
    @Override
    public DBusPath CreateSession(Map<String, Variant<?>> options) {
        var caller = callers.creating();
        checkLockdown();
        var given = new Options(options);
        var token = HandleToken.ofSession(given.lenientText("session_handle_token").orElse(null));
        var wish =
                new Wish(
                        Accuracy.ofOption(given.lenientNumber("accuracy", Accuracy.EXACT.rank())),
                        given.lenientNumber("distance-threshold", 0),
                        given.lenientNumber("time-threshold", 0));
        return sessions.create(caller, token, session -> starts.session(bus, session, wish));
    }

    /// Asks for consent where needed and starts the session.
    ///
    /// @throws PortalException `NotAllowed` under lockdown; `AccessDenied` for a session that is
    ///   not the caller's; `DBus.Error.Failed` for one that was started; `Failed` beyond a limit
    @Override
    public DBusPath Start(
            DBusPath session_handle, String parent_window, Map<String, Variant<?>> options) {
        var caller = callers.creating();
        checkLockdown();
        var token =
                HandleToken.ofRequest(
                        new Options(options).lenientText("handle_token").orElse(null));
        var session = sessions.claim(session_handle, caller, LocationSession.class);
        session.mayStart();
        var flow = starts.of(session, ParentWindow.parse(parent_window));
        var handle = requests.start(caller, token, flow);
        session.starting();
        return handle;
    }

    private void checkLockdown() {
        if (lockdowns.isDisabled("location")) {
            throw PortalException.notAllowed("Location services disabled");
        }
    }

    @Override
    public String getObjectPath() {
        return "/org/freedesktop/portal/desktop";
    }
}
