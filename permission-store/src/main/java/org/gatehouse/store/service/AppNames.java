package org.gatehouse.store.service;

import org.gatehouse.desktop.AppVersions;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.role.XdgDirectories;

/// What apps are called and how they look, for people. Believed for a few seconds.
///
/// Threads: any; reads small files.
final class AppNames {

    private final Believed<String, Face> faces;
    private final Believed<App, String> versions;

    /// What an app says of itself.
    ///
    /// @param name its id where no name is known
    /// @param icon a name or an absolute path, `""` if none is known
    record Face(String name, String icon, boolean installed) {}

    private record App(String kind, String id) {}

    AppNames(XdgDirectories directories) {
        var entries = new DesktopEntries(directories);
        var deployed = new AppVersions(directories);
        this.faces = new Believed<>(id -> face(entries, id));
        this.versions = new Believed<>(app -> deployed.find(app.kind(), app.id()));
    }

    private static Face face(DesktopEntries entries, String id) {
        return entries.find(id).map(entry -> face(entry, id)).orElse(new Face(id, "", false));
    }

    private static Face face(DesktopEntry entry, String id) {
        return new Face(entry.name().isEmpty() ? id : entry.name(), entry.icon(), true);
    }

    String name(String id) {
        return face(id).name();
    }

    Face face(String id) {
        return faces.of(id);
    }

    /// The version, `""` if it is not known.
    String version(String kind, String id) {
        return versions.of(new App(kind, id));
    }
}
