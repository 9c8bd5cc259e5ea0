package org.gatehouse.portal.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;
import org.jspecify.annotations.Nullable;

/// The desktop files of installed apps, `applications/ID.desktop` in the XDG data directories.
///
/// Read anew for each question, so that an app installed a moment ago is known. Any thread; reads
/// small files.
public final class DesktopFiles {

    private static final String ENTRY = "Desktop Entry";

    private final List<Path> folders;
    private final Locale locale;

    public DesktopFiles(XdgDirectories directories) {
        this.folders =
                Stream.concat(Stream.of(directories.dataHome()), directories.dataDirs().stream())
                        .map(folder -> folder.resolve("applications"))
                        .toList();
        this.locale = locale(directories.environment());
    }

    public boolean isInstalled(String id) {
        return file(id).isPresent();
    }

    /// The installed app of this id; empty if there is no desktop file.
    public Optional<InstalledApp> find(String id) {
        return file(id).flatMap(KeyFile::read)
                .map(file ->
                        new InstalledApp(
                                id,
                                text(file, "Name"),
                                text(file, "Icon"),
                                text(file, "X-Geoclue-Reason")));
    }

    private @Nullable String text(KeyFile file, String key) {
        return file.value(ENTRY, key, locale).filter(text -> !text.isBlank()).orElse(null);
    }

    private Optional<Path> file(String id) {
        if (id.isEmpty() || id.indexOf('/') >= 0 || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return folders.stream()
                .map(folder -> folder.resolve(id + ".desktop"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Locale locale(Map<String, String> environment) {
        var name =
                Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(variable -> environment.getOrDefault(variable, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("C");
        var parts = name.split("[.@]", 2)[0].split("_", 2);
        return parts.length == 2 ? Locale.of(parts[0], parts[1]) : Locale.of(parts[0]);
    }
}
