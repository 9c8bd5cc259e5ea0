package org.freedesktop.background;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The sandboxed apps that run without a window.
///
/// Bus name the same, path `/org/freedesktop/background/monitor`, version 1. `BackgroundApps`, with
/// PropertiesChanged, has the keys `app_id`, `instance` `s`, and `message` `s` if the app said what
/// it does.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
@DBusProperty(name = "BackgroundApps", type = Monitor.Apps.class, access = Access.READ)
public interface Monitor extends DBusInterface {

    /// The type of `BackgroundApps`.
    interface Apps extends TypeRef<List<Map<String, Variant<?>>>> {}
}
