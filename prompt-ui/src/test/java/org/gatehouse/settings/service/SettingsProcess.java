package org.gatehouse.settings.service;

import java.io.File;
import java.util.ArrayList;
import java.util.Map;
import org.gatehouse.prompt.service.PromptProcess;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.PrivateBus;

/// The settings role in a process of its own, on the headless platform.
public final class SettingsProcess {

    private SettingsProcess() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var role = SettingsRole.start(new RoleSettings(System.getenv(), false, true));
            Runtime.getRuntime().addShutdownHook(new Thread(role::close));
            System.exit(role.ended().get());
        } catch (RoleFailure e) {
            System.err.println(e.getMessage());
            System.exit(e.exitStatus());
        }
    }

    /// Starts it in a session.
    static Process start(PrivateBus session) {
        var command = new ArrayList<>(PromptProcess.java(SettingsProcess.class));
        command.add(1, "-Dglass.platform=Headless");
        var log = new File(session.folder().toFile(), "settings.log");
        var builder = session.builder(Map.of(), command.toArray(String[]::new));
        return session.spawn(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log)));
    }
}
