package org.freedesktop.portal;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// Lets an app follow the position of the device.
///
/// Bus name `org.freedesktop.portal.Desktop`, path `/org/freedesktop/portal/desktop`, version 1.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Location extends DBusInterface {

    /// Makes a session that does nothing yet.
    ///
    /// Keys: `session_handle_token` `s`, mandatory; `distance-threshold` `u` metres, 0;
    /// `time-threshold` `u` seconds, 0; `accuracy` `u` 0 (none) to 5 (exact), 5.
    ///
    /// @return the path of the session
    @Out("handle")
    DBusPath CreateSession(Map<String, Variant<?>> options);

    /// Asks for consent where needed and starts the session; once per session.
    ///
    /// Key: `handle_token` `s`. The Response carries no results.
    ///
    /// @return the path of the request
    @Out("handle")
    DBusPath Start(DBusPath session_handle, String parent_window, Map<String, Variant<?>> options);

    /// A new position, to the session's owner only.
    ///
    /// Keys: `Latitude`, `Longitude`, `Heading` `d` degrees; `Altitude`, `Accuracy` `d` metres;
    /// `Speed` `d` metres per second; `Timestamp` `(tt)` seconds and microseconds since the epoch;
    /// `Description` `s`. Unknown altitude is `-Double.MAX_VALUE`, unknown speed and heading
    /// `-1.0`.
    record LocationUpdated(DBusPath session_handle, Map<String, Variant<?>> location)
            implements BusSignal {}
}
