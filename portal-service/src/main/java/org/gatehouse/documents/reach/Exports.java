package org.gatehouse.documents.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.documents.reach.Reach.Access;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;

/// What of the host is in a Flatpak sandbox, at the same place.
///
/// Source: the answers of `flatpak info --file-access` and flatpak-metadata(5).
final class Exports {

    /// Not shared by `host`.
    private static final Set<String> NOT_OF_THE_HOST =
            Set.of(
                    "app", "bin", "boot", "dev", "efi", "etc", "lib", "lib32", "lib64", "proc",
                    "root", "run", "sbin", "sys", "tmp", "usr", "var");

    /// Where the sandbox has something of its own.
    private static final List<HostPath> OF_THE_SANDBOX =
            List.of(
                            "/.flatpak-info",
                            "/app",
                            "/bin",
                            "/dev",
                            "/etc",
                            "/lib",
                            "/lib32",
                            "/lib64",
                            "/proc",
                            "/run/flatpak",
                            "/run/host",
                            "/sbin",
                            "/usr")
                    .stream()
                    .map(HostPath::new)
                    .toList();

    private final HostFiles files;
    private final Map<HostPath, Access> shown = new HashMap<>();

    private Exports(HostFiles files) {
        this.files = files;
    }

    /// What the sandbox of an app shows.
    static Exports of(AppId app, Filesystems given, SpecialFolders folders, HostFiles files) {
        var exports = new Exports(files);
        exports.shareHost(given.access("host"));
        exports.share(folders.home(), given.access("home"));
        given.places()
                .forEach((place, access) ->
                        folders.find(place).ifPresent(path -> exports.say(path, access)));
        exports.hide(folders.flatpak());
        exports.hide(folders.apps());
        exports.share(folders.apps().child(app.value()), Access.WRITE);
        return exports;
    }

    private void shareHost(Access access) {
        if (access == Access.NONE) {
            return;
        }
        for (var name : files.root()) {
            if (!NOT_OF_THE_HOST.contains(name)) {
                share(new HostPath("/" + name), access);
            }
        }
        share(new HostPath("/run/media"), access);
    }

    private void say(HostPath path, Access access) {
        if (access == Access.NONE) {
            hide(path);
        } else {
            share(path, access);
        }
    }

    private void share(HostPath path, Access access) {
        if (access == Access.NONE || path.name().isEmpty()) {
            return;
        }
        files.real(path)
                .filter(real -> OF_THE_SANDBOX.stream().noneMatch(real::isWithin))
                .ifPresent(real -> shown.merge(real, access, Exports::more));
    }

    private void hide(HostPath path) {
        files.real(path).ifPresent(real -> shown.merge(real, Access.NONE, Exports::more));
    }

    private static Access more(Access one, Access other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// What the app has of a path: what was said of the nearest folder above it counts.
    Access of(HostPath path) {
        var access = nearest(path);
        if (access == Access.NONE || files.real(path).isPresent()) {
            return access;
        }
        // what is not there yet can only be made in a folder that is, and that is writable
        boolean canBeMade = access == Access.WRITE && files.real(path.parent()).isPresent();
        return canBeMade ? access : Access.NONE;
    }

    private Access nearest(HostPath path) {
        for (var folder = path; ; folder = folder.parent()) {
            var said = shown.get(folder);
            if (said != null) {
                return said;
            }
            if (folder.name().isEmpty()) {
                return Access.NONE;
            }
        }
    }
}
