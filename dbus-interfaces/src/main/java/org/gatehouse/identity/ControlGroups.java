package org.gatehouse.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The control groups of a process that say how it was started.
///
/// @param paths those in the freezer, systemd's and the unified hierarchy
record ControlGroups(List<String> paths) {

    /// @param content of `/proc/PID/cgroup`: lines of `number:controllers:path`
    static ControlGroups parse(byte[] content) throws IdentityDoubt {
        var text = new String(content, StandardCharsets.UTF_8);
        var lines = text.lines().map(line -> line.split(":", 3)).toList();
        if (lines.stream().anyMatch(line -> line.length != 3)) {
            throw new IdentityDoubt("control groups that are not understood");
        }
        return new ControlGroups(
                lines.stream().filter(ControlGroups::isTelling).map(line -> line[2]).toList());
    }

    private static boolean isTelling(String[] line) {
        return line[1].isEmpty()
                || Stream.of(line[1].split(",")).anyMatch(c -> c.equals("freezer"))
                || line[1].equals("name=systemd");
    }

    /// Whether snapd started it; to be confirmed by snapd.
    boolean isSnap() {
        return paths.stream().anyMatch(path -> path.contains("/snap."));
    }

    /// The unit of the person's systemd that it runs in, such as
    /// `app-gnome-org.gnome.Maps-4711.scope`.
    Optional<String> userUnit() {
        return paths.stream().flatMap(path -> unit(path).stream()).findFirst();
    }

    private static Optional<String> unit(String path) {
        var units =
                Stream.of(path.split("/"))
                        .dropWhile(part -> !part.startsWith("user@"))
                        .skip(1)
                        .toList();
        return units.stream()
                .filter(unit -> unit.endsWith(".scope") || unit.endsWith(".service"))
                .findFirst()
                .or(() -> units.reversed().stream().filter(u -> u.startsWith("app-")).findFirst());
    }
}
