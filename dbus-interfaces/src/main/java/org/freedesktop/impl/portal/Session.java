package org.freedesktop.impl.portal;

import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.BusSignal;

/// The backend's side of a session, at the handle it was given.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Session extends DBusInterface {

    void Close();

    /// The backend ended the session.
    record Closed() implements BusSignal {}
}
