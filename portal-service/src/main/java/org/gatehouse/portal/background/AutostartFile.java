package org.gatehouse.portal.background;

import java.util.List;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.protocol.AppId;

/// An entry as it is found in the folder, whoever wrote it.
record AutostartFile(AppId app, KeyFile keys) {

    private static final String GROUP = "Desktop Entry";

    /// Whether sessions pass it over.
    boolean isHidden() {
        return keys.value(GROUP, "Hidden").filter("true"::equals).isPresent();
    }

    /// Whether a portal wrote it for this app.
    boolean isOfAPortal() {
        return keys.value(GROUP, AutostartEntry.MARK).filter(app.value()::equals).isPresent();
    }

    /// Whether it starts the app in Flatpak's sandbox.
    boolean isFlatpak() {
        return keys.value(GROUP, "X-Flatpak").isPresent();
    }

    /// What it starts: a program and its arguments.
    List<String> words() {
        return ExecLine.words(keys.value(GROUP, "Exec").orElse(""));
    }
}
