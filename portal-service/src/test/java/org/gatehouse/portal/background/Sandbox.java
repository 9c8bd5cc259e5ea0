package org.gatehouse.portal.background;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;

/// An instance of a Flatpak app as Flatpak starts it: bubblewrap, process ids of its own, and the
/// record in the runtime folder. Its output goes to a file, so that processes that leave everything
/// behind can still be heard of.
final class Sandbox implements AutoCloseable {

    private static final Pattern FIRST = Pattern.compile("\"child-pid\": (\\d+)");

    private final Process process;
    private final Path output;
    private final Path record;

    /// @param script for `sh`, run inside
    Sandbox(PortalSession session, String app, String id, String script) {
        var bus = session.bus();
        var runtime = Path.of(bus.environment().getOrDefault("XDG_RUNTIME_DIR", "/"));
        record = runtime.resolve(".flatpak").resolve(id);
        output = bus.folder().resolve("output-" + id);
        session.install(app, "Name=Sync\n");
        var folder = bus.folder().toString();
        try {
            Files.createDirectories(record);
            Files.writeString(
                    record.resolve("info"),
                    "[Application]\nname=" + app + "\n\n[Instance]\ninstance-id=" + id + "\n");
            Files.createFile(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var start =
                "echo $$ > %1$s/pid; exec bwrap --info-fd 3 --unshare-pid --proc /proc"
                        + " --bind /usr /usr --symlink usr/bin /bin --symlink usr/lib /lib"
                        + " --symlink usr/lib64 /lib64 --ro-bind /etc /etc --dev-bind /dev /dev"
                        + " --bind %2$s %2$s --ro-bind %1$s/info /.flatpak-info"
                        + " -- /bin/sh -c \"$1\" 3> %1$s/bwrapinfo.json > %3$s 2> /dev/null";
        process =
                bus.spawn(
                        bus.builder(
                                Map.of(),
                                "sh",
                                "-c",
                                start.formatted(record, folder, output),
                                "sandbox",
                                script));
        session.atEnd(this::close);
    }

    List<String> output() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitLine(String line) {
        Await.until("the line " + line, () -> output().contains(line));
    }

    /// Whether the sandbox is there: its first process may outlive the one that started it.
    boolean isAlive() {
        return first().isPresent();
    }

    private Optional<ProcessHandle> first() {
        try {
            var found = FIRST.matcher(Files.readString(record.resolve("bwrapinfo.json")));
            return found.find()
                    ? ProcessHandle.of(Long.parseLong(found.group(1)))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Waits for its end.
    void awaitEnd(long seconds) {
        Await.until("its end", Duration.ofSeconds(seconds), () -> !isAlive());
    }

    @Override
    public void close() {
        first().ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
