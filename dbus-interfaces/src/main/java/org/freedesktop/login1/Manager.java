package org.freedesktop.login1;

import org.freedesktop.dbus.interfaces.DBusInterface;
import org.gatehouse.bus.BusSignal;

/// The login service; as far as we use it.
///
/// Bus name `org.freedesktop.login1` on the system bus, path `/org/freedesktop/login1`.
public interface Manager extends DBusInterface {

    /// The machine is about to sleep, or is awake again.
    ///
    /// @param start true before, false after
    record PrepareForSleep(boolean start) implements BusSignal {}
}
