package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/// `gatehousectl` of the image on a desktop: what a person types and what they see.
record Ctl(Desktop desktop) {

    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int CONFLICT = 4;

    static final String PROGRAM = Image.ROOT.resolve("bin/gatehousectl").toString();

    /// Runs a command that must succeed; gives what is seen.
    String run(String... arguments) throws InterruptedException {
        var seen = start(arguments);
        assertThat(seen.awaitEnd()).as(seen.output()).isEqualTo(FINE);
        return seen.output();
    }

    /// Runs a command that must end with `status`; gives what is seen.
    String fails(int status, String... arguments) throws InterruptedException {
        var seen = start(arguments);
        assertThat(seen.awaitEnd()).as(seen.output()).isEqualTo(status);
        return seen.output();
    }

    Program start(String... arguments) {
        return desktop.start(command(arguments));
    }

    static String[] command(String... arguments) {
        return Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toArray(String[]::new);
    }

    /// Runs a command with this on its standard input, which is no terminal.
    Program typing(String typed, String... arguments) {
        var command = Stream.of("sh", "-c", "printf '%b' \"$0\" | \"$@\"", typed);
        return desktop.start(
                Stream.concat(command, Stream.of(command(arguments))).toArray(String[]::new));
    }

    /// What an expression of Python says of `d`, the command's answer as JSON.
    String json(String expression, String... arguments) throws InterruptedException {
        var script = "import json,sys; d=json.load(sys.stdin); print(" + expression + ")";
        var command = Stream.of("sh", "-c", "\"$@\" --json | python3 -c \"$0\"", script);
        return desktop.run(
                Stream.concat(command, Stream.of(command(arguments))).toArray(String[]::new));
    }
}
