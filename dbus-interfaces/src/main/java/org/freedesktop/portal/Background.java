package org.freedesktop.portal;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Out;

/// Lets an app run without a window and be started at login.
///
/// Bus name `org.freedesktop.portal.Desktop`, path `/org/freedesktop/portal/desktop`, version 2.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Background extends DBusInterface {

    /// Asks to run in the background.
    ///
    /// Keys: `handle_token` `s`; `reason` `s`, at most 256 characters; `autostart` `b` to be
    /// started at login; `commandline` `as` what to start then; `dbus-activatable` `b` false.
    /// Results of the Response, always both: `background`, `autostart` `b`.
    ///
    /// @return the path of the request
    @Out("handle")
    DBusPath RequestBackground(String parent_window, Map<String, Variant<?>> options);

    /// Says what the app is doing in the background.
    ///
    /// Key: `message` `s`, one line of at most 96 characters.
    void SetStatus(Map<String, Variant<?>> options);
}
