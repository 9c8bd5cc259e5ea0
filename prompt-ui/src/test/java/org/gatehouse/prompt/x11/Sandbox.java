package org.gatehouse.prompt.x11;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.testing.Await;

/// An app in a real sandbox on a test's desktop, as Flatpak sets it up: a root of its own with the
/// record in it, and a folder for the instance.
final class Sandbox implements AutoCloseable {

    private final String program;
    private final Process outer;

    private Sandbox(String program, Process outer) {
        this.program = program;
        this.outer = outer;
    }

    /// Starts a program as an app.
    ///
    /// @param instance the number of the instance, which Flatpak lists then
    static Sandbox start(Desktop desktop, String app, int instance, String... program)
            throws IOException {
        var record = desktop.session.folder().resolve("record-" + instance);
        Files.writeString(
                record,
                "[Application]\nname=" + app + "\n\n[Instance]\ninstance-id=" + instance + "\n");
        var command =
                Stream.concat(root(record).stream(), Stream.of(program)).toArray(String[]::new);
        var variables = Map.of("DISPLAY", desktop.display);
        var sandbox =
                new Sandbox(
                        program[0],
                        desktop.session.spawn(
                                desktop.session
                                        .builder(variables, command)
                                        .redirectErrorStream(true)
                                        .redirectOutput(
                                                desktop.session
                                                        .folder()
                                                        .resolve("app-" + instance + ".log")
                                                        .toFile())));
        Await.until("the app runs", () -> sandbox.inside().isPresent());
        sandbox.list(desktop, instance);
        return sandbox;
    }

    private static List<String> root(Path record) {
        var command = new ArrayList<>(List.of("bwrap", "--unshare-user", "--unshare-pid"));
        command.addAll(List.of("--die-with-parent", "--proc", "/proc", "--dev", "/dev"));
        for (var folder : List.of("/usr", "/etc", "/tmp/.X11-unix")) {
            command.addAll(List.of("--ro-bind", folder, folder));
        }
        for (var folder : List.of("lib", "lib64", "bin")) {
            command.addAll(List.of("--symlink", "usr/" + folder, "/" + folder));
        }
        command.addAll(List.of("--ro-bind", record.toString(), "/.flatpak-info"));
        return command;
    }

    /// Flatpak leaves the folder behind when the app has ended.
    private void list(Desktop desktop, int instance) throws IOException {
        var runtime = Path.of(desktop.session.environment().getOrDefault("XDG_RUNTIME_DIR", ""));
        var folder = runtime.resolve(".flatpak").resolve("" + instance);
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("bwrapinfo.json"),
                "{\n    \"child-pid\": " + inside().orElseThrow() + "\n}\n");
    }

    private Optional<Long> inside() {
        return outer.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/" + program))
                .map(ProcessHandle::pid)
                .min(Comparator.naturalOrder());
    }

    @Override
    public void close() {
        outer.descendants().forEach(ProcessHandle::destroyForcibly);
        outer.destroyForcibly();
        try {
            outer.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
