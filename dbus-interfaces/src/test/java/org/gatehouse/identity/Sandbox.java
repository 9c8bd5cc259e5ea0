package org.gatehouse.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.testing.Await;

/// A process in a real sandbox, made with bwrap; ended with this.
final class Sandbox implements AutoCloseable {

    private final Process outer;

    private Sandbox(Process outer) {
        this.outer = outer;
    }

    /// A root of its own with the system's programs in it, and what `more` adds.
    static Sandbox withOwnRoot(String... more) throws IOException {
        return started(ownRoot(more), Path.of("/dev/null"));
    }

    /// As flatpak sets it up: the record is a file that nobody can write, in a root of its own.
    static Sandbox withRecord(String name, String content) throws IOException {
        var file = Files.createTempFile("record", "");
        try {
            Files.writeString(file, content);
            return started(ownRoot("--ro-bind-data", "0", "/" + name), file);
        } finally {
            Files.delete(file);
        }
    }

    /// The command line of such a sandbox, to be followed by a program.
    static List<String> ownRoot(String... more) {
        var command =
                new ArrayList<>(
                        List.of(
                                "bwrap",
                                "--unshare-user",
                                "--unshare-pid",
                                "--die-with-parent",
                                "--ro-bind",
                                "/usr",
                                "/usr",
                                "--symlink",
                                "usr/lib",
                                "/lib",
                                "--symlink",
                                "usr/lib64",
                                "/lib64",
                                "--symlink",
                                "usr/bin",
                                "/bin",
                                "--proc",
                                "/proc",
                                "--dev",
                                "/dev"));
        command.addAll(List.of(more));
        return command;
    }

    /// A process behind `command`, such as `unshare --mount`.
    static Sandbox behind(String... command) throws IOException {
        return started(new ArrayList<>(List.of(command)), Path.of("/dev/null"));
    }

    /// Runs `command` without waiting for anything.
    static Sandbox running(List<String> command) throws IOException {
        return new Sandbox(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    private static Sandbox started(List<String> command, Path input) throws IOException {
        command.addAll(List.of("sleep", "1000"));
        var outer =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var sandbox = new Sandbox(outer);
        Await.until("it sleeps", () -> sandbox.sleeper().isPresent() || !outer.isAlive());
        return sandbox;
    }

    /// The process inside, as seen from out here.
    long pid() {
        return sleeper().orElseThrow(() -> new AssertionError("the sandbox did not start"));
    }

    private Optional<Long> sleeper() {
        return processes("sleep").findFirst();
    }

    /// Those of its processes that run a program of that name.
    Stream<Long> processes(String program) {
        return Stream.concat(outer.descendants(), Stream.of(outer.toHandle()))
                .filter(process -> process.info().command().orElse("").endsWith("/" + program))
                .map(ProcessHandle::pid);
    }

    @Override
    public void close() {
        end();
    }

    void end() {
        outer.descendants().forEach(ProcessHandle::destroyForcibly);
        outer.destroyForcibly();
    }
}
