package org.gatehouse.documents.reach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.RoleSettings;

/// Where Flatpak keeps an app's metadata, and what the person and the administrator changed of it.
///
/// Source: flatpak-installation(5), flatpak-override(1).
///
/// @param own the person's installation
/// @param shared those of the machine, the default one first
record FlatpakInstallations(Path own, List<Path> shared) {

    static FlatpakInstallations of(RoleSettings settings) {
        var environment = settings.environment();
        var own = settings.directories().dataHome().resolve("flatpak");
        var shared = new ArrayList<Path>();
        shared.add(folder(environment, "FLATPAK_SYSTEM_DIR", Path.of("/var/lib/flatpak")));
        shared.addAll(
                MoreInstallations.read(
                        folder(environment, "FLATPAK_CONFIG_DIR", Path.of("/etc/flatpak"))));
        return new FlatpakInstallations(
                folder(environment, "FLATPAK_USER_DIR", own), List.copyOf(shared));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        var value = environment.getOrDefault(variable, "");
        return value.startsWith("/") ? Path.of(value) : otherwise;
    }

    /// The files that say what the app may see, in the order in which they count, the last one
    /// most; empty if it is not installed.
    Optional<List<Path>> files(AppId app) {
        var mine = metadata(own, app);
        if (Files.isReadable(mine)) {
            return Optional.of(List.of(mine, override(own, "global"), override(own, app.value())));
        }
        return shared.stream()
                .filter(installation -> Files.isReadable(metadata(installation, app)))
                .findFirst()
                .map(installation ->
                        List.of(
                                metadata(installation, app),
                                override(shared.getFirst(), "global"),
                                override(own, "global"),
                                override(shared.getFirst(), app.value()),
                                override(own, app.value())));
    }

    private static Path metadata(Path installation, AppId app) {
        return installation.resolve("app").resolve(app.value()).resolve("current/active/metadata");
    }

    private static Path override(Path installation, String name) {
        return installation.resolve("overrides").resolve(name);
    }
}
