package org.gatehouse.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;

/// A session of its own: a dbus-daemon without service activation, and temporary HOME and XDG
/// folders.
///
/// Closing it ends the bus and every process started through it, by pid, and removes the folder.
public final class PrivateBus implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              %s
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
              <limit name="max_replies_per_connection">50000</limit>
              <limit name="max_match_rules_per_connection">50000</limit>
            </busconfig>
            """;

    private final Path folder;
    private final Map<String, String> environment;
    private final Process daemon;
    private final List<Process> started = new ArrayList<>();

    /// For a set-up that fails: nobody closes what it never got.
    private final Thread atExit = new Thread(this::end);

    private PrivateBus(Path folder, String more) throws IOException {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
        this.environment = environment(folder);
        for (var name : List.of("home", "data", "config", "cache", "tmp", "services")) {
            Files.createDirectories(folder.resolve(name));
        }
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectory(folder.resolve("run"), PosixFilePermissions.asFileAttribute(owner));
        var configuration = folder.resolve("bus.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder.resolve("run/bus"), more));
        this.daemon =
                spawn("dbus-daemon", "--nofork", "--nopidfile", "--config-file=" + configuration);
        Await.until("the bus listens", () -> listens(folder.resolve("run/bus")));
    }

    /// The socket's file is there a moment before anybody listens at it.
    private static boolean listens(Path socket) {
        try (var client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return client.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// A bus on which nothing is activated.
    public static PrivateBus start() {
        return start("");
    }

    /// A bus that activates the services of [#services()].
    public static PrivateBus withActivation() {
        return start("<servicedir>SERVICES</servicedir>");
    }

    /// A bus with more in its configuration; `SERVICES` stands for the folder of service files.
    public static PrivateBus start(String more) {
        try {
            var folder = Files.createTempDirectory("gatehouse-test");
            return new PrivateBus(
                    folder, more.replace("SERVICES", folder.resolve("services").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Path folder) {
        var all = new HashMap<String, String>();
        all.put("PATH", System.getenv("PATH"));
        all.put("LANG", "C.UTF-8");
        all.put("HOME", folder.resolve("home").toString());
        all.put("XDG_DATA_HOME", folder.resolve("data").toString());
        all.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        all.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        all.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        all.put("XDG_DATA_DIRS", folder.resolve("share") + ":/usr/local/share:/usr/share");
        all.put("TMPDIR", folder.resolve("tmp").toString());
        all.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("run/bus"));
        all.put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("run/no-system-bus"));
        all.put("GIO_USE_VFS", "local");
        all.put("GSETTINGS_BACKEND", "memory");
        return all;
    }

    /// The environment of a process of this session; a copy.
    public Map<String, String> environment() {
        return new HashMap<>(environment);
    }

    /// The temporary folder that holds everything of this session.
    public Path folder() {
        return folder;
    }

    /// Where D-Bus service files are looked for, with [#withActivation()].
    public Path services() {
        return folder.resolve("services");
    }

    /// The bus's process id.
    public long pid() {
        return daemon.pid();
    }

    public BusAddress address() {
        return BusAddress.session(environment);
    }

    public BusConnection connect() {
        return BusConnection.open(address());
    }

    /// Runs a program to its end, at most a minute.
    public ProcessResult run(String... command) {
        return run(Map.of(), command);
    }

    /// Runs a program with more in its environment.
    public ProcessResult run(Map<String, String> more, String... command) {
        try {
            var out = Files.createTempFile(folder.resolve("tmp"), "out", "");
            var err = Files.createTempFile(folder.resolve("tmp"), "err", "");
            var builder = builder(more, command);
            var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end");
            }
            return new ProcessResult(
                    process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Starts a program that ends with this session. Its output goes to `PROGRAM-PID.log` in
    /// [#folder()], unless the test reads it: then use [#builder].
    public Process spawn(String... command) {
        var log = folder.resolve(Path.of(command[0]).getFileName() + "-" + started.size() + ".log");
        return spawn(
                builder(Map.of(), command).redirectErrorStream(true).redirectOutput(log.toFile()));
    }

    /// Starts what the builder says, to be ended with this session.
    public Process spawn(ProcessBuilder builder) {
        try {
            var process = builder.start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process of this session, not yet started.
    public ProcessBuilder builder(Map<String, String> more, String... command) {
        var builder = new ProcessBuilder(command).directory(new File(folder.toString()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        return builder.redirectInput(new File("/dev/null"));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        for (var process : started.reversed()) {
            end(process);
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            throw new AssertionError("cannot clean up " + folder, e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
