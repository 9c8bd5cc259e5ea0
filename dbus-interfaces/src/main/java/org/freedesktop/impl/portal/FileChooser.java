package org.freedesktop.impl.portal;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A backend's windows for picking files.
///
/// Path `/org/freedesktop/portal/desktop` on the backend's own bus name. There is no time limit;
/// `handle` is where the backend exports [Request] while the window is open. The options are those
/// of `org.freedesktop.portal.FileChooser` without the token.
public interface FileChooser extends DBusInterface {

    /// Asks for files, or folders, that are there.
    ///
    /// Keys: `accept_label` `s`; `modal`, `multiple`, `directory` `b`; `filters` `a(sa(us))`;
    /// `current_filter` `(sa(us))`; `choices` `a(ssa(ss)s)`; `current_folder` `ay`.
    OpenFileResult OpenFile(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options);

    /// Asks where a file is to be written.
    ///
    /// Keys: as [#OpenFile] without `multiple` and `directory`; `current_name` `s`; `current_file`
    /// `ay`.
    SaveFileResult SaveFile(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options);

    /// Asks for the folder that several files are to be written to.
    ///
    /// Keys: `accept_label` `s`; `modal` `b`; `choices` `a(ssa(ss)s)`; `current_folder` `ay`;
    /// `files` `aay` names.
    SaveFilesResult SaveFiles(
            DBusPath handle,
            String app_id,
            String parent_window,
            String title,
            Map<String, Variant<?>> options);

    /// The outcome.
    ///
    /// @param response 0 picked, 1 cancelled, 2 ended otherwise
    /// @param results `uris` `as`; `choices` `a(ss)`; `current_filter` `(sa(us))`; `writable` `b`
    record OpenFileResult(UInt32 response, Map<String, Variant<?>> results) {}

    /// The outcome.
    ///
    /// @param response 0 picked, 1 cancelled, 2 ended otherwise
    /// @param results `uris` `as`, one; `choices` `a(ss)`; `current_filter` `(sa(us))`
    record SaveFileResult(UInt32 response, Map<String, Variant<?>> results) {}

    /// The outcome.
    ///
    /// @param response 0 picked, 1 cancelled, 2 ended otherwise
    /// @param results `uris` `as`, one for each name in the same order; `choices` `a(ss)`
    record SaveFilesResult(UInt32 response, Map<String, Variant<?>> results) {}
}
