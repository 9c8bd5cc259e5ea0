package org.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.gatehouse.launcher.CommandLine.Refuse;
import org.gatehouse.launcher.CommandLine.Run;
import org.gatehouse.launcher.CommandLine.Show;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.slf4j.LoggerFactory;

/// Where every program of the image begins.
///
/// Arguments, from the start script: the program's name, `production` or `testing`, then what the
/// person typed. Exit status: 0 after a signal, `--help` or `--version`; 1 for a wrong argument;
/// otherwise what the role that failed or ended says.
public final class Main {

    private static final int WRONG_ARGUMENT = 1;

    private Main() {}

    public static void main(String[] arguments) {
        var launcher = Launcher.of(arguments[0], arguments[1]);
        var typed = Arrays.asList(arguments).subList(2, arguments.length);
        // not a switch over the sealed type: linking one would lengthen every start
        var asked = CommandLine.parse(launcher, Main::version, typed);
        if (asked instanceof Show show) {
            System.out.print(show.text());
        } else if (asked instanceof Refuse refuse) {
            System.err.println(refuse.message());
            System.exit(WRONG_ARGUMENT);
        } else if (asked instanceof Run run) {
            run(launcher, run);
        }
    }

    private static void run(Launcher launcher, Run run) {
        chooseLogging(run.verbose());
        var exit = new Exit(UnblockedErrors.install());
        var environment = System.getenv();
        if (!launcher.isWindow()
                && !takeTurn(launcher, environment, exit)
                && isActivated(environment)) {
            exit.with(0);
        }
        var service = new Service();
        exit.closeFirst(service);
        try {
            service.start(
                    run.roles(), new RoleSettings(environment, run.replace(), launcher.testing()));
        } catch (RoleFailure e) {
            System.err.println(launcher.name() + ": " + e.getMessage());
            exit.with(e.exitStatus());
        }
        StartPages.giveBackSoon();
        exit.with(service.awaitEnd());
    }

    /// Set before the first logger is made; the backend reads it once, after
    /// simplelogger.properties.
    private static void chooseLogging(boolean verbose) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "debug" : "info");
    }

    /// Whether no other process of this launcher serves the bus, as far as can be told.
    private static boolean takeTurn(Launcher launcher, Map<String, String> environment, Exit exit) {
        try {
            var turn = Turn.take(launcher.name(), environment);
            turn.ifPresent(exit::closeFirst);
            return turn.isPresent();
        } catch (IOException e) {
            LoggerFactory.getLogger(Main.class).warn("no lock, going on without: {}", e.toString());
            return true;
        }
    }

    private static boolean isActivated(Map<String, String> environment) {
        return environment.containsKey("DBUS_STARTER_ADDRESS");
    }

    /// Looked up only for the person who asks: a look for a resource opens every jar.
    private static String version() {
        try (var in = Main.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IOException("the jar has no version");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
