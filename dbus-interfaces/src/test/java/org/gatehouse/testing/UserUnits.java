package org.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A person's units in real control groups, as their systemd would have made them.
///
/// Everything that still runs in them is killed at the end.
public final class UserUnits implements AutoCloseable {

    private static final String APPS = "user-1.slice/user@1.service/app.slice";

    private final Path hierarchy;
    private final Path top;
    private final List<Process> processes = new ArrayList<>();

    private UserUnits(Path hierarchy) {
        this.hierarchy = hierarchy;
        this.top = hierarchy.resolve("gatehouse-test-" + ProcessHandle.current().pid());
        create(top.resolve(APPS));
    }

    /// Empty if this process may not make control groups.
    public static Optional<UserUnits> open() {
        return Stream.of("/sys/fs/cgroup", "/sys/fs/cgroup/unified")
                .map(Path::of)
                .filter(each -> Files.isWritable(each.resolve("cgroup.procs")))
                .findFirst()
                .map(UserUnits::new);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the unified hierarchy is mounted.
    public Path hierarchy() {
        return hierarchy;
    }

    /// The path of the person's slice below it.
    public String slice() {
        return top.getFileName() + "/user-1.slice";
    }

    /// The folder of a unit, which is made if it is not there.
    public Path unit(String name) {
        return create(top.resolve(APPS).resolve(name));
    }

    /// Starts a shell script in a unit.
    public Process start(String unit, String script) {
        try {
            var process =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "echo $$ > \"$1/cgroup.procs\" && exec sh -c \"$2\"",
                                    "unit",
                                    unit(unit).toString(),
                                    script)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether anything runs in a unit.
    public boolean isPopulated(String unit) {
        return isPopulated(unit(unit));
    }

    private static boolean isPopulated(Path group) {
        try {
            return Files.readString(group.resolve("cgroup.events")).contains("populated 1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.writeString(top.resolve("cgroup.kill"), "1");
            Await.until("all have ended", () -> !isPopulated(top));
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
