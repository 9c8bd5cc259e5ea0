package org.gatehouse.ctl;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.gatehouse.bus.BusException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Which versions there are.
@Command(
        name = "version",
        description = "Print the version of this program and of the Gatehouse that runs.")
final class VersionCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Format format = new Format();

    VersionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("gatehousectl", Version.ours());
        try {
            boolean running = context.service().isRunning();
            answer.put("running", running);
            if (running) {
                answer.put("interface", context.service().properties().number("version"));
            }
        } catch (BusException _) {
            answer.put("running", false);
        }
        if (format.isJson()) {
            context.screen().json(answer);
            return ExitStatus.FINE.number();
        }
        context.screen().say("gatehousectl " + Version.ours());
        context.screen()
                .say(
                        answer.containsKey("interface")
                                ? "Gatehouse runs; org.gatehouse.Permissions1 version "
                                        + answer.get("interface")
                                : "Gatehouse does not run.");
        return ExitStatus.FINE.number();
    }
}
