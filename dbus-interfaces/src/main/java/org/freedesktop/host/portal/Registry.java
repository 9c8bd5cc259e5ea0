package org.freedesktop.host.portal;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// Lets an unsandboxed program say which app it is: a label for the person, not an authority.
///
/// Bus name `org.freedesktop.portal.Desktop`, path `/org/freedesktop/portal/desktop`, version 1.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Registry extends DBusInterface {

    /// Names this connection's app, once and before any other portal call. No option is defined.
    void Register(String app_id, Map<String, Variant<?>> options);
}
