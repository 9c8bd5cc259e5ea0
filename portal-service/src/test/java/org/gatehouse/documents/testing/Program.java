package org.gatehouse.documents.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program as a process of its own, inside or outside a sandbox, that opens files and calls the
/// document portal with them.
///
/// Threads: one at a time.
public final class Program {

    static final String DOCUMENTS = "org.freedesktop.portal.Documents";
    static final String TRANSFER = "org.freedesktop.portal.FileTransfer";
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final Process process;
    private final PrintWriter commands;
    private final BlockingQueue<List<String>> answers = new LinkedBlockingQueue<>();
    private final Queue<String> signals = new ConcurrentLinkedQueue<>();
    private final String name;

    /// What came of a call: `error` is empty if there was none.
    ///
    /// @param value GVariant text
    public record Answer(String value, String error, String message) {

        public boolean isOk() {
            return error.isEmpty();
        }

        /// The result, which has to be one.
        public String ok() {
            if (!isOk()) {
                throw new AssertionError(error + ": " + message);
            }
            return value;
        }

        /// The quoted words of the result, such as ids.
        public List<String> words() {
            return QUOTED.matcher(ok()).results().map(found -> found.group(1)).toList();
        }

        /// The last part of the error's name.
        public String kind() {
            return error.substring(error.lastIndexOf('.') + 1);
        }
    }

    Program(Process process) {
        this.process = process;
        this.commands = new PrintWriter(process.outputWriter(), true);
        Thread.ofVirtual().start(this::read);
        this.name = next().get(1);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = List.of(line.split("\t", -1));
                if (words.getFirst().equals("signal")) {
                    signals.add(words.get(1) + words.get(2));
                } else {
                    answers.add(words);
                }
            }
        } catch (IOException e) {
            // it was killed, which is what some tests are about
        }
    }

    private List<String> next() {
        try {
            var next = answers.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the program says nothing");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Its unique bus name.
    public String name() {
        return name;
    }

    /// Calls Documents and waits for the answer.
    ///
    /// @param arguments GVariant text, in which `handle N` is the Nth file
    /// @param files `FLAGS:PATH`, as the script has them
    public Answer call(String member, String arguments, String... files) {
        return command(DOCUMENTS, member, arguments, files);
    }

    /// Calls FileTransfer and waits for the answer.
    public Answer transfer(String member, String arguments, String... files) {
        return command(TRANSFER, member, arguments, files);
    }

    /// Has the program read a file.
    public Answer read(String path) {
        return say(List.of("read", path));
    }

    /// Has the program write over the beginning of a file.
    public Answer write(String path, String text) {
        return say(List.of("write", path, text));
    }

    /// Has the program list a folder.
    public Answer list(String path) {
        return say(List.of("list", path));
    }

    /// Has the program open a file and keep it open.
    public Answer hold(String path) {
        return say(List.of("hold", path));
    }

    /// Has the program read what it holds open, from the beginning.
    public Answer readAgain() {
        return say(List.of("again"));
    }

    private Answer command(String interfaceName, String member, String arguments, String... files) {
        return say(
                Stream.concat(Stream.of(interfaceName, member, arguments), Stream.of(files))
                        .toList());
    }

    private Answer say(List<String> words) {
        commands.println(String.join("\t", words));
        var answer = new ArrayList<>(next());
        return answer.getFirst().equals("ok")
                ? new Answer(answer.get(1), "", "")
                : new Answer("", answer.get(1), answer.get(2));
    }

    /// The signals that came, member and arguments in one.
    public List<String> signals() {
        return List.copyOf(signals);
    }

    /// Ends it as a crash would.
    public void kill() {
        process.destroyForcibly();
    }
}
