package org.gatehouse.bus;

import java.io.Serial;

/// The error that a peer, or the bus in its place, answered a call of ours with.
public final class RemoteException extends BusException {

    @Serial private static final long serialVersionUID = 1;

    private static final String DBUS = "org.freedesktop.DBus.Error.";

    private final String name;

    RemoteException(String name, String message) {
        super(name + ": " + message);
        this.name = name;
    }

    /// The error's wire name, such as `org.freedesktop.portal.Error.NotFound`.
    public String name() {
        return name;
    }

    /// Nobody owns the name that was called, or its owner went before it answered.
    public boolean isPeerAbsent() {
        return name.equals(DBUS + "ServiceUnknown")
                || name.equals(DBUS + "NameHasNoOwner")
                || name.equals(DBUS + "NoReply")
                || name.equals(DBUS + "Disconnected");
    }
}
