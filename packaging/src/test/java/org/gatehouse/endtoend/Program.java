package org.gatehouse.endtoend;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A running process whose output is collected line by line, standard error among it.
///
/// Threads: made and asked by the test; a thread of its own reads the output and wakes the waiting.
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    Program(ProcessBuilder builder) {
        try {
            process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofVirtual().start(this::collect);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for a line that starts with `beginning` and gives the first.
    String awaitLine(String beginning) throws InterruptedException {
        return awaitLine(beginning, 0, PATIENCE);
    }

    /// Waits for a line that starts with `beginning`, passing over the first `from` lines.
    synchronized String awaitLine(String beginning, int from, Duration patience)
            throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = find(beginning, from);
            if (found.isPresent()) {
                return found.get();
            }
            var left = end - System.nanoTime();
            if (left <= 0 || (!reader.isAlive() && find(beginning, from).isEmpty())) {
                throw new AssertionError(
                        "no line \"" + beginning + "\" within " + patience + ": " + lines);
            }
            wait(Math.max(1, Math.min(left / 1_000_000, 100)));
        }
    }

    synchronized int lineCount() {
        return lines.size();
    }

    synchronized String output() {
        return String.join("\n", lines);
    }

    /// Sends a signal by its name, such as `TERM`.
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/kill", "-s", name, Long.toString(pid())).start().waitFor();
    }

    /// Waits for the end.
    ///
    /// @return the exit status; 128 and the signal's number after a signal
    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), SECONDS)) {
            throw new AssertionError("still running after " + patience + ": " + output());
        }
        reader.join();
        return process.exitValue();
    }

    int awaitEnd() throws InterruptedException {
        return awaitEnd(PATIENCE);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void collect() {
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException _) {
            add("(output closed)");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized Optional<String> find(String beginning, int from) {
        return lines.stream().skip(from).filter(line -> line.startsWith(beginning)).findFirst();
    }
}
