package org.gatehouse.ctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.ctl.text.PlainText;
import org.gatehouse.ctl.text.Style;
import org.gatehouse.ctl.text.Table;
import org.jspecify.annotations.Nullable;

/// Where a command prints and reads: the person's terminal, or whatever stands in its place.
///
/// Every line is made plain before it is printed, except for colours, which only a terminal gets
/// and only where `NO_COLOR` is unset or empty.
///
/// Threads: one.
final class Screen {

    private final PrintStream out;
    private final Map<String, String> environment;
    private @Nullable BufferedReader keyboard;
    private @Nullable Boolean coloured;

    Screen(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    void say(String line) {
        out.println(PlainText.of(line));
    }

    void say(String line, Style style) {
        out.println(style.on(PlainText.of(line), hasColours()));
    }

    /// A line that begins with a coloured word.
    void say(String word, Style style, String rest) {
        out.println(style.on(PlainText.of(word), hasColours()) + PlainText.of(rest));
    }

    /// JSON, which is harmless by itself.
    void json(Object value) {
        out.println(Json.pretty(value));
    }

    /// One JSON value on one line, at once.
    void jsonLine(Object value) {
        out.println(Json.compact(value));
        out.flush();
    }

    /// @param nothing what to say in place of a table without rows
    void table(Table table, String nothing) {
        if (table.isEmpty()) {
            say(nothing, Style.DIM);
            return;
        }
        int width = isInteractive() ? Terminal.width(Terminal.OUTPUT) : 0;
        table.lines(width, hasColours()).forEach(out::println);
    }

    /// The bytes of a file, as they are.
    void copy(byte[] content) {
        out.write(content, 0, content.length);
        out.flush();
    }

    void flush() {
        out.flush();
    }

    private boolean hasColours() {
        var known = coloured;
        if (known == null) {
            known =
                    environment.getOrDefault("NO_COLOR", "").isEmpty()
                            && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                            && isInteractive();
            coloured = known;
        }
        return known;
    }

    private static boolean isInteractive() {
        return Terminal.isAt(Terminal.OUTPUT);
    }

    /// Asks before something large is done; without a terminal nobody is there to be asked.
    ///
    /// @return whether to go on
    boolean confirms(String question) {
        if (!Terminal.isAt(Terminal.INPUT) || !Terminal.isAt(Terminal.ERRORS)) {
            return true;
        }
        return ask(question + " [y/N] ")
                .map(answer -> answer.toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    /// Asks for a line.
    ///
    /// @return empty at the end of the input
    Optional<String> ask(String question) {
        out.flush();
        System.err.print(PlainText.of(question));
        System.err.flush();
        try {
            return Optional.ofNullable(keyboard().readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader keyboard() {
        var open = keyboard;
        if (open == null) {
            open = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            keyboard = open;
        }
        return open;
    }
}
