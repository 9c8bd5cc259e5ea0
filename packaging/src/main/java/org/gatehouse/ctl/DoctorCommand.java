package org.gatehouse.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks for what is wrong.
@Command(
        name = "doctor",
        description = "Check how Gatehouse is, and say what to do about what is wrong.",
        footer = {"", "Ends with 1 if something is bad."})
final class DoctorCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Format format = new Format();

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var checks = Fields.all(context.service().permissions().Diagnose());
        if (format.isJson()) {
            context.screen().json(checks);
        } else {
            checks.forEach(this::show);
            sum(checks);
        }
        return isBad(checks) ? ExitStatus.FAILED.number() : ExitStatus.FINE.number();
    }

    private static boolean isBad(List<Fields> checks) {
        return checks.stream().anyMatch(each -> each.text("state").equals("bad"));
    }

    private void show(Fields check) {
        var state = check.text("state");
        context.screen()
                .say(
                        "%-8s".formatted(state),
                        Style.of(state),
                        " " + check.text("check") + ": " + check.text("text"));
        if (!check.text("advice").isEmpty()) {
            context.screen().say("           " + check.text("advice"));
        }
    }

    private void sum(List<Fields> checks) {
        long wrong = checks.stream().filter(each -> !each.text("state").equals("good")).count();
        context.screen().say("");
        context.screen()
                .say(
                        wrong == 0
                                ? "All of " + checks.size() + " checks are good."
                                : wrong + " of " + checks.size() + " checks need a look.");
    }
}
