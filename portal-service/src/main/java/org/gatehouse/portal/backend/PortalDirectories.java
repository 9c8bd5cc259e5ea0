package org.gatehouse.portal.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.role.XdgDirectories;

/// Where backends are described and preferred, in the order of portal-semantics 4.
///
/// `XDG_DESKTOP_PORTAL_DIR` replaces every other directory, for `.portal` and `*portals.conf` files
/// alike.
///
/// @param configuration directories that may hold `portals.conf`, most important first
/// @param descriptions directories that may hold `NAME.portal`, most important first
/// @param desktops entries of `XDG_CURRENT_DESKTOP`, lower-cased, in order
record PortalDirectories(List<Path> configuration, List<Path> descriptions, List<String> desktops) {

    private static final String FOLDER = "xdg-desktop-portal";
    private static final Path SYSTEM_CONFIGURATION = Path.of("/etc");
    private static final Path SYSTEM_DATA = Path.of("/usr/share");

    static PortalDirectories of(XdgDirectories directories) {
        var environment = directories.environment();
        var only = environment.getOrDefault("XDG_DESKTOP_PORTAL_DIR", "");
        if (!only.isEmpty()) {
            var folder = List.of(Path.of(only));
            return new PortalDirectories(folder, folder, desktops(environment));
        }
        var configuration =
                Stream.of(
                                Stream.of(directories.configHome()),
                                directories.configDirs().stream(),
                                Stream.of(SYSTEM_CONFIGURATION),
                                data(directories))
                        .flatMap(each -> each)
                        .distinct()
                        .map(folder -> folder.resolve(FOLDER))
                        .toList();
        var descriptions =
                data(directories)
                        .distinct()
                        .map(folder -> folder.resolve(FOLDER).resolve("portals"))
                        .toList();
        return new PortalDirectories(configuration, descriptions, desktops(environment));
    }

    /// At most one file of each directory: that of the first desktop that has one, else the plain
    /// one. Most important first.
    List<Preferences> preferences() {
        return configuration.stream().flatMap(folder -> preferences(folder).stream()).toList();
    }

    private Optional<Preferences> preferences(Path folder) {
        var names = Stream.concat(desktops.stream().map(each -> each + "-portals.conf"), plain());
        return names.map(folder::resolve)
                .flatMap(file -> KeyFile.read(file).stream())
                .flatMap(file -> Preferences.of(file).stream())
                .findFirst();
    }

    private static Stream<String> plain() {
        return Stream.of("portals.conf");
    }

    /// The installed backends: the first file of a name wins; those that name a desktop in `UseIn`
    /// come first, then by name.
    List<PortalFile> installed() {
        var found = new LinkedHashMap<String, Optional<PortalFile>>();
        for (var folder : descriptions) {
            for (var file : portalFiles(folder)) {
                found.computeIfAbsent(file.getFileName().toString(), _ -> PortalFile.read(file));
            }
        }
        return found.values().stream()
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparing((PortalFile each) -> each.useIn().isEmpty())
                                .thenComparing(PortalFile::name))
                .toList();
    }

    private static List<Path> portalFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".portal")).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Stream<Path> data(XdgDirectories directories) {
        var folders = new ArrayList<Path>();
        folders.add(directories.dataHome());
        folders.addAll(directories.dataDirs());
        folders.add(SYSTEM_DATA);
        return folders.stream();
    }

    private static List<String> desktops(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("XDG_CURRENT_DESKTOP", "").split(":"))
                .filter(desktop -> desktop.matches("[A-Za-z0-9_-]+"))
                .map(desktop -> desktop.toLowerCase(Locale.ROOT))
                .toList();
    }
}
