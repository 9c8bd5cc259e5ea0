package org.gatehouse.portal.filechooser;

import jakarta.inject.Inject;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.portal.FileChooser;
import org.gatehouse.portal.app.Callers;
import org.gatehouse.portal.backend.Lockdowns;
import org.gatehouse.portal.filechooser.ChooserRequest.Wish;
import org.gatehouse.portal.request.Options;
import org.gatehouse.portal.request.Requests;
import org.gatehouse.protocol.ParentWindow;
import org.gatehouse.protocol.PortalException;

/// The face of the FileChooser portal: parses, checks and returns handles.
///
/// Thread: the sender's serial queue of the bus layer.
final class FileChooserPortal implements FileChooser {

    private static final int LONGEST_TITLE = 4096;

    private final Callers callers;
    private final Lockdowns lockdowns;
    private final Requests requests;
    private final ChooserRequests parts;

    @Inject
    FileChooserPortal(
            Callers callers, Lockdowns lockdowns, Requests requests, ChooserRequests parts) {
        this.callers = callers;
        this.lockdowns = lockdowns;
        this.requests = requests;
        this.parts = parts;
    }

    /// Has the person pick files or folders that are there.
    ///
    /// @throws PortalException `InvalidArgument` for bad options; `Failed` beyond a limit
    @Override
    public DBusPath OpenFile(String parent_window, String title, Map<String, Variant<?>> options) {
        return start(Errand.OPEN_FILE, parent_window, title, options);
    }

    /// Has the person say where a file is to be written.
    ///
    /// @throws PortalException as [#OpenFile]; `NotAllowed` under lockdown
    @Override
    public DBusPath SaveFile(String parent_window, String title, Map<String, Variant<?>> options) {
        return start(Errand.SAVE_FILE, parent_window, title, options);
    }

    /// Has the person say where several files are to be written.
    ///
    /// @throws PortalException as [#SaveFile]
    @Override
    public DBusPath SaveFiles(String parent_window, String title, Map<String, Variant<?>> options) {
        return start(Errand.SAVE_FILES, parent_window, title, options);
    }

    private DBusPath start(
            Errand errand, String parent, String title, Map<String, Variant<?>> options) {
        var caller = callers.creating();
        if (errand.isSaving() && lockdowns.isDisabled("save-to-disk")) {
            throw PortalException.notAllowed("Saving files is disabled");
        }
        if (title.length() > LONGEST_TITLE) {
            throw PortalException.invalidArgument("title is too long");
        }
        var asked = ChooserOptions.of(errand, new Options(options));
        var wish = new Wish(errand, caller, ParentWindow.parse(parent), title, asked);
        return requests.start(caller, asked.token(), new ChooserRequest(parts, wish));
    }

    @Override
    public String getObjectPath() {
        return "/org/freedesktop/portal/desktop";
    }
}
