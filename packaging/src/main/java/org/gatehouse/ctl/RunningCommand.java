package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What runs now.
@Command(
        name = "running",
        description = {
            "List which apps run at this moment, with a window or without.",
            "State: background without a window, open with one, active if it has the focus; unknown"
                    + " where the desktop does not tell."
        },
        footer = {"", "End one: gatehousectl stop APP"})
final class RunningCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "APP",
            description = "The app's id; without it, all of them.")
    private String app = "";

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    RunningCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var which = Which.app(app, kind.typed()).toWire();
        var instances = context.service().permissions().ListInstances(which);
        if (format.isJson()) {
            context.screen().json(instances);
            return ExitStatus.FINE.number();
        }
        var table =
                new Table(
                        "APP",
                        "NAME",
                        "KIND",
                        "INSTANCE",
                        "STATE",
                        "SINCE",
                        "STARTED",
                        "THE APP SAYS");
        for (var each : Fields.all(instances)) {
            table.add(
                    Cell.of(each.text("app")),
                    Cell.of(each.text("name")),
                    Cell.of(GrantText.kind(each)),
                    Cell.of(each.text("instance")),
                    Cell.word(each.text("state")),
                    Cell.of(context.times().shown(each.number("since"))),
                    Cell.of(each.flag("at-login") ? "at login" : ""),
                    Cell.of(each.text("message")));
        }
        var whose = app.isEmpty() ? "No app" : "Nothing of " + app;
        context.screen().table(table, whose + " runs at this moment.");
        return ExitStatus.FINE.number();
    }
}
