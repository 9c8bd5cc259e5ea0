package org.gatehouse.portal.app;

import java.util.Optional;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.role.XdgDirectories;
import org.jspecify.annotations.Nullable;

/// What the desktop files of installed apps say that a question shows.
///
/// Threads: as [DesktopEntries].
public final class DesktopFiles {

    private final DesktopEntries entries;

    public DesktopFiles(XdgDirectories directories) {
        this.entries = new DesktopEntries(directories);
    }

    public boolean isInstalled(String id) {
        return entries.isInstalled(id);
    }

    /// Whether the app's desktop file says that Flatpak installed it.
    public boolean isExportedByFlatpak(String id) {
        return entries.find(id).filter(DesktopEntry::isExportedByFlatpak).isPresent();
    }

    /// The installed app of this id; empty if there is no desktop file.
    public Optional<InstalledApp> find(String id) {
        return entries.find(id)
                .map(entry ->
                        new InstalledApp(
                                id,
                                text(entry, "Name"),
                                text(entry, "Icon"),
                                text(entry, "X-Geoclue-Reason")));
    }

    /// Why an app wants something, in its own words; `""` if it does not say. Desktop files know of
    /// a reason for the location only.
    public String statedReason(PermissionClass resource, String app) {
        return resource.id().equals("location")
                ? find(app).map(InstalledApp::geoclueReason).orElse("")
                : "";
    }

    private static @Nullable String text(DesktopEntry entry, String key) {
        return entry.text(key).orElse(null);
    }
}
