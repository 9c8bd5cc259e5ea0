package org.freedesktop.portal;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;

/// Something that lasts, at the path its method returned, version 1. Only its creator may call.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Session extends DBusInterface {

    /// Ends the session; no Closed follows.
    void Close();

    /// The portal or the backend ended the session; to its owner only. No detail is defined.
    record Closed(Map<String, Variant<?>> details) implements BusSignal {}
}
