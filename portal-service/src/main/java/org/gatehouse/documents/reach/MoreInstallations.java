package org.gatehouse.documents.reach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.desktop.KeyFile;

/// Further installations of the machine: `installations.d/*.conf`.
///
/// Source: flatpak-installation(5).
final class MoreInstallations {

    private MoreInstallations() {}

    /// Their folders, in the order of the files' names.
    static List<Path> read(Path configuration) {
        try (var files = Files.list(configuration.resolve("installations.d"))) {
            return files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .flatMap(MoreInstallations::folders)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Stream<Path> folders(Path file) {
        return KeyFile.read(file).stream()
                .flatMap(keys -> keys.groups().entrySet().stream())
                .filter(group -> group.getKey().startsWith("Installation \""))
                .map(Map.Entry::getValue)
                .map(values -> values.getOrDefault("Path", ""))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
    }
}
