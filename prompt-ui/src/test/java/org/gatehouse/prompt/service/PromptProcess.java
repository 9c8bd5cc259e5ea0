package org.gatehouse.prompt.service;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.PrivateBus;

/// The prompt role in a process of its own, which can be killed.
public final class PromptProcess {

    private PromptProcess() {}

    public static void main(String[] arguments) throws Exception {
        var role = PromptRole.start(new RoleSettings(System.getenv(), false, true));
        Runtime.getRuntime().addShutdownHook(new Thread(role::close));
        System.exit(role.ended().get());
    }

    /// Starts it in a session.
    public static Process start(PrivateBus session, Map<String, String> environment) {
        var log = new File(session.folder().toFile(), "prompt.log");
        var builder = session.builder(environment, command().toArray(String[]::new));
        return session.spawn(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log)));
    }

    private static List<String> command() {
        var command = new ArrayList<>(java(PromptProcess.class));
        command.add(1, "-Dorg.slf4j.simpleLogger.showThreadName=false");
        return command;
    }

    /// The command that runs a main class of the tests.
    public static List<String> java(Class<?> main) {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
