package org.freedesktop.impl.portal;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;
import org.gatehouse.bus.RawVariant;

/// Keeps what was decided about apps: table → id → app → permissions, and free data per id.
///
/// Bus name and path: `org.freedesktop.impl.portal.PermissionStore`,
/// `/org/freedesktop/impl/portal/PermissionStore`, version 2. An app's permissions are plain words
/// whose meaning is the table's.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface PermissionStore extends DBusInterface {

    /// What is kept under an id, for all apps. NotFound for an unknown table or id.
    LookupResult Lookup(String table, String id);

    /// Replaces everything under an id. Without `create`, NotFound for an unknown table or id.
    void Set(
            String table,
            boolean create,
            String id,
            Map<String, List<String>> app_permissions,
            RawVariant data);

    /// Removes an id. NotFound if there is none.
    void Delete(String table, String id);

    /// Replaces the data and leaves the permissions. NotFound as in Set.
    void SetValue(String table, boolean create, String id, RawVariant data);

    /// Replaces one app's permissions and leaves everything else. NotFound as in Set.
    void SetPermission(
            String table, boolean create, String id, String app, List<String> permissions);

    /// Removes one app's permissions. NotFound for an unknown table or id.
    void DeletePermission(String table, String id, String app);

    /// One app's permissions, none if there is no row. NotFound for an unknown table or id.
    @Out("permissions")
    List<String> GetPermission(String table, String id, String app);

    /// The ids of a table, none if it is unknown.
    @Out("ids")
    List<String> List(String table);

    /// What is kept under an id.
    ///
    /// @param permissions `a{sas}`: app → permissions
    /// @param data any value
    record LookupResult(Map<String, List<String>> permissions, RawVariant data) {}

    /// An id has changed, or with `deleted` is gone; then its last values.
    record Changed(
            String table,
            String id,
            boolean deleted,
            RawVariant data,
            Map<String, List<String>> permissions)
            implements BusSignal {}
}
