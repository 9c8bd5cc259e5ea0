package org.gatehouse.prompt.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.role.XdgDirectories;

/// Finds the name and the icon of an app id in the installed desktop files.
///
/// Threads: any; reads files.
public final class InstalledApps {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,254}");

    private final DesktopEntries entries;
    private final IconTheme icons;

    public InstalledApps(Map<String, String> environment) {
        var directories = new XdgDirectories(environment);
        entries = new DesktopEntries(directories);
        icons =
                new IconTheme(
                        directories.home().resolve(".icons"),
                        DesktopEntries.dataFolders(directories));
    }

    /// The card of an app. One that is not installed gets a neutral name and no icon.
    public AppCard find(String appId) {
        if (!FILE_NAME.matcher(appId).matches()) {
            return new AppCard("Unknown app", "not identified by the system", Optional.empty());
        }
        var entry = entries.find(appId);
        var name = entry.map(DesktopEntry::name).orElse("");
        return new AppCard(
                Sanitiser.line(name, "Unknown app"),
                appId,
                entry.map(DesktopEntry::icon).flatMap(icons::find));
    }

    /// The installed name of an app; empty for one that is not installed or has none.
    public Optional<String> name(String appId) {
        return Optional.of(appId)
                .filter(id -> FILE_NAME.matcher(id).matches())
                .flatMap(entries::find)
                .map(entry -> Sanitiser.line(entry.name(), ""))
                .filter(name -> !name.isEmpty());
    }

    /// The file of an icon.
    ///
    /// @param icon a name or an absolute path
    public Optional<Path> icon(String icon) {
        return icons.find(icon);
    }

    /// Whether the app was installed by Flatpak, which marks the desktop files it exports.
    public boolean isFlatpak(String appId) {
        return FILE_NAME.matcher(appId).matches()
                && entries.find(appId).filter(DesktopEntry::isExportedByFlatpak).isPresent();
    }
}
