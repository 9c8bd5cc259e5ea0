package org.freedesktop.portal;

import java.util.Map;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;

/// A question that is being dealt with, at the path its method returned. Only its creator may call.
public interface Request extends DBusInterface {

    /// Ends the interaction; no Response follows.
    void Close();

    /// The outcome, exactly once, to the creator only: 0 carried out, 1 cancelled by the person, 2
    /// ended otherwise.
    record Response(UInt32 response, Map<String, Variant<?>> results) implements BusSignal {}
}
