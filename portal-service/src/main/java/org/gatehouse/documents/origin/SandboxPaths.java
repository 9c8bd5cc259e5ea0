package org.gatehouse.documents.origin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.desktop.KeyFile;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.role.XdgDirectories;

/// Where on the host a path is that the kernel gives for a descriptor of a sandbox.
///
/// Flatpak builds its sandbox below `/newroot` and mounts parts of the host elsewhere in it. A
/// mapping that is wrong does no harm: whatever is found on the host is compared with the
/// descriptor.
///
/// Threads: any; reads the instance's file.
final class SandboxPaths {

    private static final String NEW_ROOT = "/newroot/";

    private final XdgDirectories directories;

    SandboxPaths(XdgDirectories directories) {
        this.directories = directories;
    }

    /// @param place bytes of a path, as the kernel gave them
    /// @return empty if it is none
    Optional<HostPath> onHost(byte[] place, AppIdentity identity) {
        var path = new String(place, StandardCharsets.ISO_8859_1);
        boolean flatpak =
                identity instanceof Sandboxed sandboxed && sandboxed.kind() == SandboxKind.FLATPAK;
        return parse(flatpak ? mapped(path, (Sandboxed) identity) : path);
    }

    private String mapped(String place, Sandboxed app) {
        var path = place.startsWith(NEW_ROOT) ? place.substring(NEW_ROOT.length() - 1) : place;
        for (var mount : mounts(app).entrySet()) {
            if (path.startsWith(mount.getKey())) {
                return mount.getValue() + '/' + path.substring(mount.getKey().length());
            }
        }
        return path;
    }

    /// Folder in the sandbox, with `/` at its end → folder on the host.
    private Map<String, String> mounts(Sandboxed app) {
        var runtime = directories.runtimeDir();
        var data = directories.home().resolve(".var/app").resolve(app.app().value());
        var mounts = new LinkedHashMap<String, String>();
        mounts.put("/run/host/usr/", "/usr");
        mounts.put("/run/host/etc/", "/etc");
        mounts.put("/run/flatpak/app/", latin1(runtime.resolve("app")));
        mounts.put("/run/flatpak/doc/", latin1(runtime.resolve("doc")));
        mounts.put("/var/config/", latin1(data.resolve("config")));
        mounts.put("/var/data/", latin1(data.resolve("data")));
        var instance = instance(runtime, app.instance());
        instance.flatMap(file -> file.value("Instance", "app-path"))
                .ifPresent(path -> mounts.put("/app/", latin1(Path.of(path))));
        instance.flatMap(file -> file.value("Instance", "runtime-path"))
                .ifPresent(path -> mounts.put("/usr/", latin1(Path.of(path))));
        return mounts;
    }

    private static Optional<KeyFile> instance(Path runtime, String instance) {
        return instance.matches("[A-Za-z0-9_-]+")
                ? KeyFile.read(runtime.resolve(".flatpak").resolve(instance).resolve("info"))
                : Optional.empty();
    }

    private static String latin1(Path path) {
        var bytes = path.toString().getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Optional<HostPath> parse(String latin1) {
        return HostPath.parse(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
