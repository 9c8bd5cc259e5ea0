package org.gatehouse.ctl;

import java.util.concurrent.Callable;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists questions that wait.
@Command(
        name = "deferred",
        description = "List the questions that could not be asked and wait for an answer.",
        footer = {
            "",
            "Answer them one by one: gatehousectl prompt",
            "Answer one: gatehousectl answer QUESTION allow"
        })
final class DeferredCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private Format format = new Format();

    DeferredCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var questions = context.service().permissions().ListDeferred();
        if (format.isJson()) {
            context.screen().json(questions);
            return ExitStatus.FINE.number();
        }
        var table =
                new Table(
                        "QUESTION",
                        "APP",
                        "CLASS",
                        "LEVEL",
                        "ASKED",
                        "TIMES",
                        "WHY",
                        "THE APP SAYS");
        for (var each : Fields.all(questions)) {
            table.add(
                    Cell.of(Long.toString(each.number("question"))),
                    Cell.of(each.text("app")),
                    Cell.of(each.text("class")),
                    Cell.of(each.text("level")),
                    Cell.of(context.times().shown(each.number("time"))),
                    Cell.of(Long.toString(each.number("times"))),
                    Cell.of(each.text("why")),
                    Cell.of(each.text("reason")));
        }
        context.screen().table(table, "No question waits.");
        return ExitStatus.FINE.number();
    }
}
