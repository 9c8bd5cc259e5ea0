package org.freedesktop.GeoClue2;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.Out;

/// Where clients begin. Path `/org/freedesktop/GeoClue2/Manager`.
///
/// Properties: `InUse`, whether any client is active; `AvailableAccuracyLevel`, see [Client].
@DBusProperty(name = "InUse", type = Boolean.class, access = Access.READ)
@DBusProperty(name = "AvailableAccuracyLevel", type = UInt32.class, access = Access.READ)
public interface Manager extends DBusInterface {

    /// The one client of this connection that GetClient shares.
    @Out("client")
    DBusPath GetClient();

    /// A client of its own.
    @Out("client")
    DBusPath CreateClient();

    void DeleteClient(DBusPath client);

    /// Declares the caller an authorisation agent.
    ///
    /// @param id the agent's desktop id
    void AddAgent(String id);
}
