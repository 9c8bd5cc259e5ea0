package org.gatehouse.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A desktop session of one test: home, buses, and what the options of `parts/private-desktop`
/// name.
///
/// The session lives as long as the script's standard input is open, so that it ends with this JVM
/// in any case.
final class Desktop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process session;
    private final Map<String, String> environment;
    private final List<Program> programs = new ArrayList<>();

    /// @param options of `parts/private-desktop`
    Desktop(String... options) throws IOException {
        this(Map.of(), options);
    }

    /// @param variables what the script itself is to find in its environment
    Desktop(Map<String, String> variables, String... options) throws IOException {
        var command = new ArrayList<>(List.of(Image.script("parts/private-desktop")));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("--", "sh", "-c", "env -0; echo; exec cat"));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(variables);
        session = builder.start();
        environment = readEnvironment();
    }

    private Map<String, String> readEnvironment() throws IOException {
        var line = session.inputReader(UTF_8).readLine();
        if (line == null) {
            throw new IOException("the session did not start");
        }
        var read = new HashMap<String, String>();
        for (var variable : line.split("\0")) {
            var parts = variable.split("=", 2);
            read.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return read;
    }

    Map<String, String> environment() {
        return environment;
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /// The folder of the session; `home`, `log` and `run` lie in it.
    Path folder() {
        return Path.of(variable("DESKTOP_FOLDER"));
    }

    /// Starts a program in the session; it is killed with the session if it still runs.
    Program start(String... command) {
        return start(Map.of(), command);
    }

    Program start(Map<String, String> variables, String... command) {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        var program = new Program(builder);
        programs.add(program);
        return program;
    }

    /// Runs a program to its end and gives its output; any other status than 0 fails the test.
    String run(String... command) throws InterruptedException {
        var program = start(command);
        var status = program.awaitEnd();
        if (status != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " = " + status + ": " + program.output());
        }
        return program.output();
    }

    /// One D-Bus call by gdbus; gives what it prints, an error among it.
    String call(String name, String path, String method, String... arguments)
            throws InterruptedException {
        var command =
                Stream.concat(
                        Stream.of(
                                "gdbus",
                                "call",
                                "--session",
                                "-d",
                                name,
                                "-o",
                                path,
                                "-m",
                                method,
                                "--"),
                        Stream.of(arguments));
        var program = start(command.toArray(String[]::new));
        program.awaitEnd();
        return program.output();
    }

    boolean hasOwner(String name) throws InterruptedException {
        return askBus("NameHasOwner", name).contains("true");
    }

    /// The process that owns a name.
    long ownerPid(String name) throws InterruptedException {
        var answer = askBus("GetConnectionUnixProcessID", name); // (uint32 4711,)
        return Long.parseLong(answer.replaceAll("^\\(uint32 (\\d+),\\)$", "$1"));
    }

    private String askBus(String member, String name) throws InterruptedException {
        return call("org.freedesktop.DBus", "/", "org.freedesktop.DBus." + member, name);
    }

    void awaitOwner(String name) throws InterruptedException {
        await(name + " is owned", () -> hasOwner(name));
    }

    /// Waits until `condition` holds; it is asked every 20 ms for a minute at most.
    static void await(String what, Condition condition) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(20);
        }
    }

    /// Something that a test waits for.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /// Writes a file in the session's home.
    void write(String path, String text) throws IOException {
        var file = Path.of(variable("HOME")).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        programs.forEach(Program::close);
        session.getOutputStream().close();
        try {
            session.waitFor();
        } catch (InterruptedException _) {
            session.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
