package org.freedesktop.portal;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Out;

/// Lets a person pick files for an app: what is picked is handed over, and nothing else.
///
/// Bus name `org.freedesktop.portal.Desktop`, path `/org/freedesktop/portal/desktop`, version 4.
/// Paths are `ay`, bytes with one NUL at the end. Results of every Response: `uris` `as`, all
/// `file://`; `choices` `a(ss)` id and chosen option.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
public interface FileChooser extends DBusInterface {

    /// Asks for files, or folders, that are there.
    ///
    /// Keys: `handle_token`, `accept_label` `s` (`_` marks a mnemonic); `modal` `b` true;
    /// `multiple`, `directory` `b` false; `filters` `a(sa(us))` name, list of 0 glob or 1 MIME
    /// type; `current_filter` `(sa(us))`; `choices` `a(ssa(ss)s)` id, label, options, initial;
    /// `current_folder` `ay`. Result: `current_filter` too.
    ///
    /// @return the path of the request
    @Out("handle")
    DBusPath OpenFile(String parent_window, String title, Map<String, Variant<?>> options);

    /// Asks where a file is to be written.
    ///
    /// Keys: as [#OpenFile] without `multiple` and `directory`; `current_name` `s`; `current_file`
    /// `ay`. Result: `current_filter` too.
    ///
    /// @return the path of the request
    @Out("handle")
    DBusPath SaveFile(String parent_window, String title, Map<String, Variant<?>> options);

    /// Asks for the folder that several files are to be written to.
    ///
    /// Keys: `handle_token`, `accept_label` `s`; `modal` `b` true; `choices` `a(ssa(ss)s)`;
    /// `current_folder` `ay`; `files` `aay` the names.
    ///
    /// @return the path of the request
    @Out("handle")
    DBusPath SaveFiles(String parent_window, String title, Map<String, Variant<?>> options);
}
