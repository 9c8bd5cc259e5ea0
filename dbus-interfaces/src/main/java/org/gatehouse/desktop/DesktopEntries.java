package org.gatehouse.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;

/// The desktop files of installed apps, `applications/ID.desktop` below the data folders.
///
/// Read anew for each question, so that an app installed a moment ago is known. Threads: any; reads
/// small files.
public final class DesktopEntries {

    private static final int LONGEST_ID = 255 - ".desktop".length();

    private final List<Path> dataFolders;
    private final Locales locales;

    public DesktopEntries(XdgDirectories directories) {
        this.dataFolders = dataFolders(directories);
        this.locales = Locales.of(directories.environment());
    }

    /// The data folders, most important first: those of the environment, and the exports of Flatpak
    /// and Snap. An activated service does not always have these in its `XDG_DATA_DIRS`, since
    /// login shells add them.
    public static List<Path> dataFolders(XdgDirectories directories) {
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

    public boolean isInstalled(String id) {
        return file(id).isPresent();
    }

    /// The entry of an app; empty if it has no desktop file, or none that can be read.
    public Optional<DesktopEntry> find(String id) {
        return file(id).flatMap(file ->
                KeyFile.read(file).map(keys -> new DesktopEntry(file, keys, locales)));
    }

    private Optional<Path> file(String id) {
        if (id.isEmpty()
                || id.length() > LONGEST_ID
                || id.indexOf('/') >= 0
                || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return dataFolders.stream()
                .map(folder -> folder.resolve("applications").resolve(id + ".desktop"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
