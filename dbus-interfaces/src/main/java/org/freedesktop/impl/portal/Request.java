package org.freedesktop.impl.portal;

import org.freedesktop.dbus.interfaces.DBusInterface;

/// The backend's side of a request, at the handle it was given.
public interface Request extends DBusInterface {

    /// Ends the interaction; the pending call is then answered with 2.
    void Close();
}
