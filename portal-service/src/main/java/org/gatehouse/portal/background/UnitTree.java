package org.gatehouse.portal.background;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the kernel shows the units of the person: their slice, which holds their systemd and all
/// that it started.
///
/// Threads: any; lists folders.
///
/// @param hierarchy where the unified hierarchy is mounted
/// @param path of the person's slice below it, without a slash at its beginning
record UnitTree(Path hierarchy, String path) {

    private static final Logger LOG = LoggerFactory.getLogger(UnitTree.class);
    private static final List<Path> HIERARCHIES =
            List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));
    private static final Pattern OF_A_PERSON = Pattern.compile("user-[0-9]+\\.slice");
    private static final Pattern BRANCH = Pattern.compile(".+\\.slice|user@[0-9]+\\.service");

    /// Units that apps run in. Flatpak's are known by another way.
    private static final Pattern UNIT =
            Pattern.compile("(?:app-(?!flatpak-)|snap\\.).+\\.(?:scope|service)");

    private static final int DEEPEST = 8;

    /// The one that this process is in; empty where there is no systemd, or where it cannot be seen
    /// because a container has only a part of the hierarchy.
    static Optional<UnitTree> ofThisSession() {
        try {
            var path = path(Files.readString(Path.of("/proc/self/cgroup")));
            var hierarchy =
                    HIERARCHIES.stream()
                            .filter(each -> Files.exists(each.resolve("cgroup.procs")))
                            .findFirst();
            return path.flatMap(at -> hierarchy.map(root -> new UnitTree(root, at)))
                    .filter(tree -> Files.isDirectory(tree.root()));
        } catch (IOException e) {
            LOG.debug("no control groups are seen: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// The path of the person's slice.
    ///
    /// @param groups of a process, as `/proc/PID/cgroup` has them
    static Optional<String> path(String groups) {
        return ControlGroup.unified(groups).flatMap(UnitTree::cut);
    }

    private static Optional<String> cut(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/")) {
            parts.add(part);
            if (OF_A_PERSON.matcher(part).matches()) {
                return Optional.of(String.join("/", parts));
            }
        }
        return Optional.empty();
    }

    private Path root() {
        return hierarchy.resolve(path);
    }

    /// Where a folder of it is in the hierarchy.
    String pathOf(Path folder) {
        return hierarchy.relativize(folder).toString();
    }

    /// The folders of all units that apps may run in.
    ///
    /// @param before told of each folder before it is looked into, so that what comes meanwhile is
    ///   not missed
    List<Path> units(Consumer<Path> before) {
        var found = new ArrayList<Path>();
        walk(root(), before, found, DEEPEST);
        return found;
    }

    private static void walk(Path folder, Consumer<Path> before, List<Path> found, int depth) {
        before.accept(folder);
        try (var children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var child : children) {
                var name = child.getFileName().toString();
                if (UNIT.matcher(name).matches()) {
                    before.accept(child);
                    found.add(child);
                } else if (depth > 0 && BRANCH.matcher(name).matches()) {
                    walk(child, before, found, depth - 1);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} goes at this moment", folder);
        }
    }
}
