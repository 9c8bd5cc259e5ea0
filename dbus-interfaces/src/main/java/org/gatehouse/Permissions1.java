package org.gatehouse;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Out;

/// What Gatehouse keeps beyond the words of the permission store: the terms of a grant, the ledger.
///
/// Bus name the same, path `/org/gatehouse/Permissions1`, version 1. Host callers only. A `kind` of
/// app is `flatpak`, `snap`, `linyaps`, `click` or `host`. `Status` `s` tells how the store is:
/// `good`, `restored` from a copy after damage, `lost` with nothing to restore it from, or
/// `unwritable`.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
@DBusProperty(name = "Status", type = String.class, access = Access.READ)
public interface Permissions1 extends DBusInterface {

    /// Keeps a decision in one transaction: the row of the store, its terms, a ledger record. Then
    /// `PermissionStore.Changed`.
    ///
    /// Keys: `lifespan` `s` session, until, always; `until` `t` seconds since the epoch;
    /// `decided-by` `s` person, policy, import, administrator, tool; `reason` `s` the app's words;
    /// `accuracy` `s` the level that was asked for, which the decision covers; `event` `s` granted,
    /// denied.
    ///
    /// @return the number of the ledger record
    @Out("sequence")
    UInt64 Remember(
            String table,
            String id,
            String kind,
            String app,
            List<String> permissions,
            Map<String, Variant<?>> details);

    /// The decision that holds for an app of that kind: its grant, else a raw row of the store.
    FindResult Find(String table, String id, String kind, String app);

    /// Appends to the ledger. Only the owner of `org.freedesktop.portal.Desktop` may call.
    ///
    /// Keys: `kind` `s` asked, granted, denied, dismissed, used, revoked, expired, imported,
    /// changed; `table`, `id`, `app-kind`, `app`, `text` `s`.
    void Record(Map<String, Variant<?>> event);

    /// Ledger records, newest first.
    ///
    /// @param before only records with a smaller number; 0 for the newest
    /// @param count at most 1,000
    @Out("events")
    List<Map<String, Variant<?>>> Ledger(UInt64 before, UInt32 count);

    /// The decision, if there is one.
    ///
    /// @param details the keys of Remember
    record FindResult(boolean found, List<String> permissions, Map<String, Variant<?>> details) {}
}
