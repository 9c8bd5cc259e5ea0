package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Style;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists apps.
@Command(
        name = "apps",
        description = "List the apps that hold, asked for or were refused a permission.",
        footer = {"", "What one app may do: gatehousectl show APP"})
final class AppsCommand implements Callable<Integer> {

    private final Context context;

    @Option(names = "--host", description = "Only programs that nothing confines.")
    private boolean host;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "Only apps with something of this class.")
    private String permissionClass = "";

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    AppsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var which = new Which(permissionClass, host ? "host" : kind.typed(), "");
        var apps = context.service().permissions().ListApps(which.toWire());
        if (format.isJson()) {
            context.screen().json(apps);
            return ExitStatus.FINE.number();
        }
        var table = new Table("APP", "NAME", "KIND", "ALLOWED", "DENIED", "LAST USE");
        Fields.all(apps).forEach(app -> add(app, table));
        context.screen().table(table, "No app has asked for anything yet.");
        return ExitStatus.FINE.number();
    }

    private void add(Fields app, Table table) {
        boolean inUse = app.flag("in-use");
        table.add(
                Cell.of(app.text("app")),
                Cell.of(app.text("name")),
                Cell.of(GrantText.kind(app)),
                Cell.of(Long.toString(app.number("allowed"))),
                Cell.of(Long.toString(app.number("denied"))),
                new Cell(
                        inUse ? "in use" : context.times().shown(app.number("last-use")),
                        inUse ? Style.GOOD : Style.PLAIN));
    }
}
