package org.freedesktop.impl.portal;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// What a desktop knows of apps that run without being seen.
///
/// Path `/org/freedesktop/portal/desktop` on the backend's own bus name.
public interface Background extends DBusInterface {

    /// The apps that run: app id → `u` 0 no open window, 1 at least one, 2 in the foreground.
    @Out("apps")
    Map<String, Variant<?>> GetAppState();

    /// Tells the person that an app runs in the background.
    NotifyBackgroundResult NotifyBackground(DBusPath handle, String app_id, String name);

    /// Has an app started at login, or not any longer.
    ///
    /// @param flags 1: by D-Bus activation
    /// @return whether it will be started
    @Out("result")
    boolean EnableAutostart(String app_id, boolean enable, List<String> commandline, UInt32 flags);

    /// The outcome.
    ///
    /// @param results `result` `u` 0 forbid, 1 allow, 2 allow this instance
    record NotifyBackgroundResult(UInt32 response, Map<String, Variant<?>> results) {}

    /// It is worth calling [#GetAppState] again.
    record RunningApplicationsChanged() implements BusSignal {}
}
