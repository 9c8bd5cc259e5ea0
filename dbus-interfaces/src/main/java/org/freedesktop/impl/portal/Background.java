package org.freedesktop.impl.portal;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// A backend that knows which apps have windows, and tells the person of those that have none.
///
/// Path `/org/freedesktop/portal/desktop` on the backend's own bus name.
public interface Background extends DBusInterface {

    /// The running apps: app id → `u` 0 in the background, 1 running with a window, 2 active.
    @Out("apps")
    Map<String, Variant<?>> GetAppState();

    /// Tells the person that an app runs in the background, and waits for what they say.
    ///
    /// @param handle where the backend exports [Request] meanwhile
    /// @param name of the app, to be shown
    NotifyBackgroundResult NotifyBackground(DBusPath handle, String app_id, String name);

    /// Deprecated: the portal writes autostart files itself, and never calls this.
    ///
    /// @param flags 1 for D-Bus activation
    @Out("result")
    boolean EnableAutostart(String app_id, boolean enable, List<String> commandline, UInt32 flags);

    /// What the person said.
    ///
    /// @param response not used
    /// @param results `result` `u` 0 forbid, 1 allow, 2 allow this instance; absent means 2
    record NotifyBackgroundResult(UInt32 response, Map<String, Variant<?>> results) {}

    /// The windows of apps have changed: [#GetAppState] is worth asking again.
    record RunningApplicationsChanged() implements BusSignal {}
}
