package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The control group that Flatpak had made for one instance, where there is a systemd to make it:
/// `app-flatpak-ID-PID.scope`, with the id of the process that Flatpak started it by.
///
/// Threads: any; reads and writes a few bytes.
record ControlGroup(Path folder) {

    private static final List<Path> ROOTS =
            List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));

    /// The group of an instance; empty if it shares its group with others.
    static Optional<ControlGroup> of(Instance instance) {
        try {
            return of(instance, Files.readString(Path.of("/proc/" + instance.first() + "/cgroup")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ControlGroup> of(Instance instance, String groups) {
        return path(instance, groups)
                .flatMap(path ->
                        ROOTS.stream()
                                .map(root -> root.resolve(path))
                                .filter(folder ->
                                        Files.isRegularFile(folder.resolve("cgroup.kill")))
                                .findFirst()
                                .map(ControlGroup::new));
    }

    /// The path below the hierarchy's root, down to the unit that is the instance's own.
    ///
    /// @param groups of its first process, as `/proc/PID/cgroup` has them
    static Optional<String> path(Instance instance, String groups) {
        var unit =
                "app-flatpak-%s-%d.scope"
                        .formatted(instance.app().value().replace("-", "\\x2d"), instance.outer());
        var unified =
                groups.lines()
                        .filter(line -> line.startsWith("0::/"))
                        .map(line -> line.substring("0::/".length()))
                        .findFirst();
        if (instance.outer() == 0 || unified.isEmpty()) {
            return Optional.empty();
        }
        var path = new ArrayList<String>();
        for (var part : unified.get().split("/")) {
            path.add(part);
            if (part.equals(unit)) {
                return Optional.of(String.join("/", path));
            }
        }
        return Optional.empty();
    }

    /// Kills everything in it at once, and what it starts meanwhile.
    ///
    /// @throws IOException if the kernel cannot do that, or it may not be done
    void kill() throws IOException {
        Files.writeString(folder.resolve("cgroup.kill"), "1", StandardOpenOption.WRITE);
    }
}
