package org.freedesktop.impl.portal;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A backend's question whether something is allowed.
///
/// Path `/org/freedesktop/portal/desktop` on the backend's own bus name.
public interface Access extends DBusInterface {

    /// Asks the person; there is no time limit.
    ///
    /// Keys: `modal` `b` true; `deny_label`, `grant_label` `s`; `icon` `s` symbolic name; `choices`
    /// `a(ssa(ss)s)` id, label, options, initial.
    ///
    /// @param handle where the backend exports [Request] while the dialog is open
    AccessDialogResult AccessDialog(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            String subtitle,
            String body,
            Map<String, Variant<?>> options);

    /// The outcome.
    ///
    /// @param response 0 granted, 1 refused, 2 ended otherwise
    /// @param results `choices` `a(ss)` id, chosen option; only with 0
    record AccessDialogResult(UInt32 response, Map<String, Variant<?>> results) {}
}
