package org.example;

import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.Out;

/// The same member and property as [Probe] at the same path, to tell interfaces apart.
@DBusProperty(name = "version", type = UInt32.class, access = DBusProperty.Access.READ)
public interface OtherProbe extends DBusInterface {

    @Out("text")
    String Echo(String text);
}
