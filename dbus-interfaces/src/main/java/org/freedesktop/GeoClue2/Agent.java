package org.freedesktop.GeoClue2;

import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/// Decides on behalf of the person which apps GeoClue serves; exported by a client of GeoClue.
///
/// Path `/org/freedesktop/GeoClue2/Agent`. Property `MaxAccuracyLevel`, see [Client].
@DBusProperty(name = "MaxAccuracyLevel", type = UInt32.class, access = Access.READ)
public interface Agent extends DBusInterface {

    AuthorizeAppResult AuthorizeApp(String desktop_id, UInt32 req_accuracy_level);

    record AuthorizeAppResult(boolean authorized, UInt32 allowed_accuracy_level) {}
}
