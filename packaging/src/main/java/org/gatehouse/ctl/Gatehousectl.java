package org.gatehouse.ctl;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.gatehouse.bus.BusException;
import org.gatehouse.ctl.text.PlainText;
import org.gatehouse.ctl.text.Times;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where `gatehousectl` begins: finds the command, runs it, and ends with its status.
public final class Gatehousectl {

    private static final String NAME = "gatehousectl";

    private Gatehousectl() {}

    /// @param arguments what the person typed
    public static void main(String[] arguments) {
        int status = run(System.getenv(), arguments);
        // not a return: what a signal woke may still run
        Runtime.getRuntime().halt(status);
    }

    /// Runs one command.
    ///
    /// @param environment of the process
    /// @param arguments what the person typed
    /// @return the exit status
    public static int run(Map<String, String> environment, String... arguments) {
        var file = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 8192);
        return run(environment, new PrintStream(file, false, StandardCharsets.UTF_8), arguments);
    }

    static int run(Map<String, String> environment, PrintStream out, String... arguments) {
        try (var service = new Service(environment)) {
            var times = new Times(Clock.system(ZoneId.systemDefault()));
            var context = new Context(service, new Screen(out, environment), times);
            var line = Commands.line(context, arguments);
            line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
            line.setExecutionExceptionHandler((thrown, _, _) -> complain(failure(thrown)));
            line.setParameterExceptionHandler((thrown, _) -> complain(wrong(thrown)));
            int status = line.execute(arguments);
            return out.checkError() ? ExitStatus.FAILED.number() : status; // and flushes
        }
    }

    private static int complain(Failure failure) {
        System.err.println(NAME + ": " + PlainText.of(String.valueOf(failure.getMessage())));
        return failure.status().number();
    }

    private static Failure wrong(ParameterException thrown) {
        var command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        var said = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("wrong usage");
        var suggestion =
                thrown instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions().stream().findFirst().orElse("")
                        : "";
        var meant = suggestion.isEmpty() ? "" : "; do you mean " + suggestion + "?";
        return Failure.usage(said + meant + " (see " + command + " --help)");
    }

    private static Failure failure(Exception thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case BusException e -> Failure.of(e);
            case NoSuchFileException e ->
                    Failure.notFound(e.getMessage() + ": there is no such file");
            case IOException e ->
                    Failure.notFound(e.getMessage() + " (" + e.getClass().getSimpleName() + ")");
            case InterruptedException _ -> Failure.notFound("interrupted");
            default -> throw new IllegalStateException(thrown);
        };
    }
}
