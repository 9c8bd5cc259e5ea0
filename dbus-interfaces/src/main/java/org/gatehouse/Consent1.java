package org.gatehouse;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Out;

/// What only the portal can tell [Permissions1]: what would be decided, and how it is.
///
/// Bus name `org.freedesktop.portal.Desktop`, path `/org/gatehouse/Consent1`, version 1. Only the
/// owner of `org.gatehouse.Permissions1` may call; everybody else gets
/// `org.freedesktop.DBus.Error.AccessDenied`.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Consent1 extends DBusInterface {

    /// As [Permissions1#Explain].
    Permissions1.Explanation Explain(
            String permission_class, String kind, String app, Map<String, Variant<?>> options);

    /// As [Permissions1#Diagnose], as far as the portal knows.
    @Out("checks")
    List<Map<String, Variant<?>>> Diagnose();

    /// As [Permissions1#StopInstances]; answers before anything has ended. The store writes into
    /// the ledger who asked for it.
    @Out("stopping")
    UInt32 StopInstances(Map<String, Variant<?>> which);
}
