package org.freedesktop.GeoClue2;

import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt64;

/// One position, as properties.
///
/// `Latitude`, `Longitude`, `Heading` degrees, heading clockwise from north; `Accuracy`, `Altitude`
/// metres; `Speed` metres per second; `Timestamp` seconds and microseconds since the epoch. Unknown
/// altitude is `-Double.MAX_VALUE`, unknown speed and heading `-1.0`.
@DBusProperty(name = "Latitude", type = Double.class, access = Access.READ)
@DBusProperty(name = "Longitude", type = Double.class, access = Access.READ)
@DBusProperty(name = "Accuracy", type = Double.class, access = Access.READ)
@DBusProperty(name = "Altitude", type = Double.class, access = Access.READ)
@DBusProperty(name = "Speed", type = Double.class, access = Access.READ)
@DBusProperty(name = "Heading", type = Double.class, access = Access.READ)
@DBusProperty(name = "Description", type = String.class, access = Access.READ)
@DBusProperty(name = "Timestamp", type = Location.Time.class, access = Access.READ)
public interface Location extends DBusInterface {

    /// `(tt)`: since the epoch.
    record Time(UInt64 seconds, UInt64 microseconds) {}
}
