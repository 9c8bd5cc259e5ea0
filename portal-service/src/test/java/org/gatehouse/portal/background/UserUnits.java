package org.gatehouse.portal.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Assumptions;

/// A person's units in real control groups, as their systemd would have made them.
///
/// Needs a unified hierarchy that this process may change; without one the test is aborted.
final class UserUnits implements AutoCloseable {

    static final String PATH = "/user-1.slice/user@1.service/app.slice/";

    private final Path hierarchy;
    private final Path top;
    private final List<Process> processes = new ArrayList<>();

    UserUnits() {
        hierarchy =
                Stream.of("/sys/fs/cgroup", "/sys/fs/cgroup/unified")
                        .map(Path::of)
                        .filter(each -> Files.isWritable(each.resolve("cgroup.procs")))
                        .findFirst()
                        .orElse(Path.of("/none"));
        Assumptions.assumeTrue(
                Files.isWritable(hierarchy), "no control groups that this process may change");
        top = hierarchy.resolve("gatehouse-test-" + ProcessHandle.current().pid());
        create(top.resolve("user-1.slice/user@1.service/app.slice"));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UnitTree tree() {
        return new UnitTree(hierarchy, top.getFileName() + "/user-1.slice");
    }

    /// Starts a shell script in a unit of its own.
    Process start(String unit, String script) {
        var folder = top.resolve(PATH.substring(1) + unit);
        create(folder);
        try {
            var process =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "echo $$ > \"$1/cgroup.procs\" && exec sh -c \"$2\"",
                                    "unit",
                                    folder.toString(),
                                    script)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ControlGroup group(String unit) {
        return new ControlGroup(top.resolve(PATH.substring(1) + unit));
    }

    @Override
    public void close() {
        try {
            new ControlGroup(top).kill();
            Await.until("all have ended", () -> !new ControlGroup(top).isPopulated());
            processes.forEach(Process::destroyForcibly);
            try (var folders = Files.walk(top)) {
                for (var folder :
                        folders.filter(Files::isDirectory)
                                .sorted(Comparator.reverseOrder())
                                .toList()) {
                    Files.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
