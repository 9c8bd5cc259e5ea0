package org.gatehouse.store.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.desktop.AppVersions;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.role.XdgDirectories;

/// What apps are called and how they look, for people.
///
/// What was read is believed for a few seconds, so that a list of a thousand grants does not read
/// each desktop file for each of them. Threads: any; reads small files.
final class AppNames {

    private static final long BELIEVED_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 2_000;

    private final DesktopEntries entries;
    private final AppVersions versions;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /// What an app says of itself.
    ///
    /// @param name its id where no name is known
    /// @param icon a name or an absolute path, `""` if none is known
    record Face(String name, String icon, boolean installed) {}

    private record Read(Face face, long at) {}

    AppNames(XdgDirectories directories) {
        this.entries = new DesktopEntries(directories);
        this.versions = new AppVersions(directories);
    }

    String name(String app) {
        return face(app).name();
    }

    Face face(String app) {
        long now = System.nanoTime();
        var known = read.get(app);
        if (known != null && now - known.at < BELIEVED_NANOS) {
            return known.face;
        }
        if (read.size() >= MOST) {
            read.clear();
        }
        var face = entries.find(app).map(entry -> of(entry, app)).orElse(new Face(app, "", false));
        read.put(app, new Read(face, now));
        return face;
    }

    private static Face of(DesktopEntry entry, String app) {
        return new Face(entry.name().isEmpty() ? app : entry.name(), entry.icon(), true);
    }

    /// The version, `""` if it is not known.
    String version(String kind, String app) {
        return versions.find(kind, app);
    }
}
