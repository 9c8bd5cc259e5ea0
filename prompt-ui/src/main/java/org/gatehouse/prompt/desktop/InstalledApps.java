package org.gatehouse.prompt.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.role.XdgDirectories;

/// Finds the name and the icon of an app id in the installed desktop files.
///
/// Threads: any; reads files.
public final class InstalledApps {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,254}");

    private final List<Path> dataDirectories;
    private final Locales locales;
    private final IconTheme icons;

    public InstalledApps(Map<String, String> environment) {
        var directories = new XdgDirectories(environment);
        dataDirectories = dataDirectories(directories);
        locales = Locales.of(environment);
        icons = new IconTheme(directories.home().resolve(".icons"), dataDirectories);
    }

    /// The card of an app. One that is not installed gets a neutral name and no icon.
    public AppCard find(String appId) {
        if (!FILE_NAME.matcher(appId).matches()) {
            return new AppCard("Unknown app", "not identified by the system", Optional.empty());
        }
        var entry = desktopFile(appId).map(file -> DesktopEntry.read(file, locales));
        var name = entry.map(DesktopEntry::name).orElse("");
        return new AppCard(
                Sanitiser.line(name, "Unknown app"),
                appId,
                entry.map(DesktopEntry::icon).flatMap(icons::find));
    }

    /// Whether the app was installed by Flatpak, which marks the desktop files it exports.
    public boolean isFlatpak(String appId) {
        return FILE_NAME.matcher(appId).matches()
                && desktopFile(appId)
                        .map(file -> DesktopEntry.read(file, locales))
                        .filter(DesktopEntry::exportedByFlatpak)
                        .isPresent();
    }

    private Optional<Path> desktopFile(String appId) {
        return dataDirectories.stream()
                .map(directory -> directory.resolve("applications").resolve(appId + ".desktop"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// An activated service does not always have the exports of Flatpak and Snap in its
    /// `XDG_DATA_DIRS`, since login shells add them.
    private static List<Path> dataDirectories(XdgDirectories directories) {
        var exports =
                Stream.of(
                        directories.dataHome().resolve("flatpak/exports/share"),
                        Path.of("/var/lib/flatpak/exports/share"),
                        Path.of("/var/lib/snapd/desktop"));
        return Stream.of(
                        Stream.of(directories.dataHome()), directories.dataDirs().stream(), exports)
                .flatMap(paths -> paths)
                .distinct()
                .toList();
    }
}
