package org.freedesktop.impl.portal;

import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// What the administrator or the desktop has switched off, as properties `b`.
///
/// Path `/org/freedesktop/portal/desktop` on the backend's own bus name.
@DBusProperty(name = "disable-printing", type = Boolean.class, access = Access.READ_WRITE)
@DBusProperty(name = "disable-save-to-disk", type = Boolean.class, access = Access.READ_WRITE)
@DBusProperty(
        name = "disable-application-handlers",
        type = Boolean.class,
        access = Access.READ_WRITE)
@DBusProperty(name = "disable-location", type = Boolean.class, access = Access.READ_WRITE)
@DBusProperty(name = "disable-camera", type = Boolean.class, access = Access.READ_WRITE)
@DBusProperty(name = "disable-microphone", type = Boolean.class, access = Access.READ_WRITE)
@DBusProperty(name = "disable-sound-output", type = Boolean.class, access = Access.READ_WRITE)
public interface Lockdown extends DBusInterface {}
