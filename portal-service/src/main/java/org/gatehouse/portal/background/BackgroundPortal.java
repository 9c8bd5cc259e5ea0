package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.Background;
import org.gatehouse.portal.app.Callers;
import org.gatehouse.portal.request.Options;
import org.gatehouse.portal.request.Requests;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.PortalException;

/// The face of the Background portal: parses, checks and returns handles.
///
/// Thread: the sender's serial queue of the bus layer; waits only to identify a new caller and to
/// read the record of an instance that is not known yet.
final class BackgroundPortal implements Background {

    /// The class of permission that this portal asks for.
    static final String CLASS = "background";

    /// What may be asked for along with it: to be started at login.
    static final String AUTOSTART = "autostart";

    private final Callers callers;
    private final Requests requests;
    private final BackgroundRequests parts;
    private final BackgroundWatch watch;

    @Inject
    BackgroundPortal(
            Callers callers, Requests requests, BackgroundRequests parts, BackgroundWatch watch) {
        this.callers = callers;
        this.requests = requests;
        this.parts = parts;
        this.watch = watch;
    }

    /// Asks whether the app may run in the background, and start at login if it wants that.
    ///
    /// @throws PortalException `InvalidArgument` for bad options; `Failed` beyond a limit
    @Override
    public DBusPath RequestBackground(String parent_window, Map<String, Variant<?>> options) {
        var caller = callers.creating();
        var asked = BackgroundOptions.of(new Options(options));
        var parent = ParentWindow.parse(parent_window);
        return requests.start(
                caller, asked.token(), new BackgroundRequest(parts, caller, asked, parent));
    }

    /// Says what the app is doing, for whoever looks at the apps in the background.
    ///
    /// @throws PortalException `NotAllowed` for a program outside any sandbox; `InvalidArgument`
    ///   for a bad message; `Failed` if no running instance is known
    @Override
    public void SetStatus(Map<String, Variant<?>> options) {
        var caller = callers.creating();
        var message = BackgroundOptions.message(new Options(options));
        switch (caller.identity()) {
            case AppIdentity.Host _ ->
                    throw PortalException.notAllowed("only for apps in a sandbox");
            case AppIdentity.Unknown _ ->
                    throw PortalException.failed("no running instance is known");
            case AppIdentity.Sandboxed app -> watch.say(app, message);
        }
    }

    @Override
    public String getObjectPath() {
        return "/org/freedesktop/portal/desktop";
    }
}
