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

/// What the portal keeps and looks up beyond the words of the permission store.
///
/// Bus name and path of [Permissions1], version 1. Only the owner of
/// `org.freedesktop.portal.Desktop` may call; everybody else gets
/// `org.freedesktop.DBus.Error.AccessDenied`. Words as in [Permissions1].
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface Decisions1 extends DBusInterface {

    /// Keeps a decision in one transaction: the row of the store, its terms, a ledger record. Then
    /// `PermissionStore.Changed`.
    ///
    /// Keys: `lifespan` `s` session, until, while-in-use, always; `until` `t`; `decided-by` `s`
    /// person, policy, import, administrator, tool; `implied` `b` given to an app built for an
    /// older level; `reason` `s` the app's words; `accuracy` `s` the level that was asked for,
    /// which the decision covers; `event` `s` granted, denied.
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

    /// Appends to the ledger.
    ///
    /// Keys: `kind` `s` asked, granted, denied, dismissed, deferred, used, paused, resumed,
    /// stopped, started, ran, changed; `table`, `id`, `app-kind`, `app`, `text` `s`. *used* counts
    /// as a use of the grant.
    void Record(Map<String, Variant<?>> event);

    /// Puts a question on the list of those that wait; an equal one is counted again.
    ///
    /// Keys: `class`, `kind`, `app`, `level`, `reason`, `why` `s` as in
    /// [Permissions1#ListDeferred].
    ///
    /// @return the number of the question
    @Out("question")
    UInt64 Defer(Map<String, Variant<?>> question);

    /// Says whether an app uses something now. What was reported ends with the caller's connection.
    ///
    /// @param state active, paused or ended
    void ReportUsage(String permission_class, String kind, String app, String state);

    /// Says what of confined apps runs now: the whole list, in place of the last one. What was
    /// reported ends with the caller's connection.
    ///
    /// @param instances keys as in [Permissions1#ListInstances] without `name`; at most 1,000
    void ReportInstances(List<Map<String, Variant<?>>> instances);

    /// The decision, if there is one.
    ///
    /// @param details the keys of [#Remember]; none for a raw row
    record FindResult(boolean found, List<String> permissions, Map<String, Variant<?>> details) {}
}
