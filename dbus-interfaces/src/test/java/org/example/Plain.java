package org.example;

import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// An interface that stock dbus-java can serve as well.
public interface Plain extends DBusInterface {

    @Out("text")
    String Echo(String text);

    record Told(String text) implements BusSignal {}

    /// [Told] as stock dbus-java sends it.
    @DBusMemberName("Told")
    final class StockTold extends DBusSignal {
        public StockTold(String path, String text) throws DBusException {
            super(path, text);
        }
    }
}
