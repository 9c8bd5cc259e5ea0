package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Who uses what now.
@Command(name = "using", description = "List which app uses what at this moment.")
final class UsingCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Format format = new Format();

    UsingCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var uses = context.service().permissions().ListUsage();
        if (format.isJson()) {
            context.screen().json(uses);
            return ExitStatus.FINE.number();
        }
        var table = new Table("APP", "NAME", "KIND", "CLASS", "STATE", "SINCE");
        for (var each : Fields.all(uses)) {
            table.add(
                    Cell.of(each.text("app")),
                    Cell.of(each.text("name")),
                    Cell.of(GrantText.kind(each)),
                    Cell.of(each.text("class")),
                    Cell.word(each.text("state")),
                    Cell.of(context.times().shown(each.number("since"))));
        }
        context.screen().table(table, "No app uses anything at this moment.");
        return ExitStatus.FINE.number();
    }
}
