package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.portal.consent.PlainText;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.RoleSettings;

/// What apps are called for the person: by their desktop file, else by their id.
///
/// Threads: any; reads small files.
final class AppNames {

    private final DesktopEntries installed;

    @Inject
    AppNames(RoleSettings settings) {
        this.installed = new DesktopEntries(settings.directories());
    }

    String of(AppId app) {
        var name =
                installed.find(app.value()).map(DesktopEntry::name).map(PlainText::of).orElse("");
        return name.isEmpty() ? app.value() : name;
    }
}
