package org.gatehouse.portal.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A control group of the unified hierarchy: what is in it stays in it, with all its children.
///
/// Threads: any; reads and writes a few bytes.
record ControlGroup(Path folder) {

    /// Changes with the first process that comes and the last that ends; the kernel tells of it.
    static final String EVENTS = "cgroup.events";

    private static final String UNIFIED = "0::/";
    private static final int DEEPEST = 12;
    private static final int MOST = 4_096;

    private static final List<Path> ROOTS =
            List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));

    /// The group that Flatpak had made for one instance, where there is a systemd to make it:
    /// `app-flatpak-ID-PID.scope`, with the id of the process that Flatpak started it by. Empty if
    /// the instance shares its group with others.
    static Optional<ControlGroup> of(FlatpakInstance instance) {
        try {
            return of(instance, Files.readString(Path.of("/proc/" + instance.first() + "/cgroup")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<ControlGroup> of(FlatpakInstance instance, String groups) {
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
    static Optional<String> path(FlatpakInstance instance, String groups) {
        var unit =
                "app-flatpak-%s-%d.scope"
                        .formatted(instance.app().value().replace("-", "\\x2d"), instance.outer());
        var unified = unified(groups);
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

    /// The path in the unified hierarchy, without the slash at its beginning.
    ///
    /// @param groups of a process, as `/proc/PID/cgroup` has them
    static Optional<String> unified(String groups) {
        return groups.lines()
                .filter(line -> line.startsWith(UNIFIED))
                .map(line -> line.substring(UNIFIED.length()))
                .findFirst();
    }

    /// The same of a process; empty if it has ended.
    static Optional<String> unified(int pid) {
        try {
            return unified(Files.readString(Path.of("/proc/" + pid + "/cgroup")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether a process is in it, or in one below.
    boolean isPopulated() {
        try {
            return Files.readString(folder.resolve(EVENTS)).contains("populated 1");
        } catch (IOException e) {
            // the group is gone
            return false;
        }
    }

    /// The processes in it and in those below, at most 4,096.
    List<Integer> processes() {
        try (var files = Files.find(folder, DEEPEST, (file, _) -> file.endsWith("cgroup.procs"))) {
            return files.flatMap(ControlGroup::numbers).limit(MOST).toList();
        } catch (IOException | UncheckedIOException e) {
            // it goes at this moment
            return List.of();
        }
    }

    private static Stream<Integer> numbers(Path file) {
        try {
            // 0 stands for a process that is not to be seen from here
            return Files.readAllLines(file).stream().map(Integer::valueOf).filter(pid -> pid > 0);
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /// Kills everything in it at once, and what it starts meanwhile.
    ///
    /// @throws IOException if the kernel cannot do that, or it may not be done
    void kill() throws IOException {
        Files.writeString(folder.resolve("cgroup.kill"), "1", StandardOpenOption.WRITE);
    }
}
