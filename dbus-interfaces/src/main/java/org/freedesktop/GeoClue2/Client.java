package org.freedesktop.GeoClue2;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// One consumer of positions. Only the connection that made it may call.
///
/// Properties: `Location`, path of the present [Location], `/` before the first;
/// `DistanceThreshold` metres; `TimeThreshold` seconds; `DesktopId`, mandatory before Start;
/// `RequestedAccuracyLevel` 0 none, 1 country, 4 city, 5 neighbourhood, 6 street, 8 exact;
/// `Active`.
@DBusProperty(name = "Location", type = DBusPath.class, access = Access.READ)
@DBusProperty(name = "DistanceThreshold", type = UInt32.class, access = Access.READ_WRITE)
@DBusProperty(name = "TimeThreshold", type = UInt32.class, access = Access.READ_WRITE)
@DBusProperty(name = "DesktopId", type = String.class, access = Access.READ_WRITE)
@DBusProperty(name = "RequestedAccuracyLevel", type = UInt32.class, access = Access.READ_WRITE)
@DBusProperty(name = "Active", type = Boolean.class, access = Access.READ)
public interface Client extends DBusInterface {

    void Start();

    void Stop();

    /// A new position; both are paths of a [Location], `old` is `/` at first. The wire's name of
    /// the second is a word of Java's own.
    record LocationUpdated(DBusPath old, @Out("new") DBusPath latest) implements BusSignal {}
}
