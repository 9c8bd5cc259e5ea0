package org.gatehouse.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gatehouse.ctl.text.Style;
import org.gatehouse.ctl.text.Table;
import org.gatehouse.ctl.text.Table.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Lists the classes of permission.
@Command(
        name = "classes",
        description = "List the kinds of permission that there are, or show one.")
final class ClassesCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "Only this class, with all details.")
    private String id = "";

    @Mixin private Format format = new Format();

    ClassesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var classes =
                Fields.all(context.service().permissions().ListClasses()).stream()
                        .filter(each -> id.isEmpty() || each.text("class").equals(id))
                        .toList();
        if (classes.isEmpty() && !id.isEmpty()) {
            throw Failure.notFound("no class " + id + "; gatehousectl classes lists them");
        }
        if (format.isJson()) {
            context.screen().json(classes);
        } else if (id.isEmpty()) {
            context.screen().table(table(classes), "There are no classes.");
        } else {
            show(classes.getFirst());
        }
        return ExitStatus.FINE.number();
    }

    private static Table table(List<Fields> classes) {
        var table =
                new Table("CLASS", "NAME", "DEFAULT", "USAGE", "LEVELS", "RISKS", "WHAT IT ALLOWS");
        for (var each : classes) {
            table.add(
                    Cell.of(each.text("class")),
                    Cell.of(each.text("name")),
                    standing(each),
                    Cell.of(each.text("usage")),
                    Cell.of(
                            each.pairs("levels").stream()
                                    .map(List::getFirst)
                                    .collect(Collectors.joining(" "))),
                    Cell.of(String.join(" ", each.texts("risks"))),
                    Cell.of(each.text("description")));
        }
        return table;
    }

    private static Cell standing(Fields each) {
        return each.flag("retired")
                ? new Cell("always", Style.GOOD)
                : Cell.word(each.text("default"));
    }

    private void show(Fields found) {
        var screen = context.screen();
        screen.say(found.text("name"), Style.HEAD);
        screen.say(found.text("description"));
        detail("class", found.text("class"));
        detail(
                "default",
                found.flag("retired") ? "retired: allowed for all" : found.text("default"));
        detail("usage", found.text("usage"));
        detail("consent", found.text("confirmation"));
        detail("risks", String.join(", ", found.texts("risks")));
        detail("lifespans", String.join(", ", found.texts("lifespans")));
        detail("store", found.text("table") + " / " + found.text("id"));
        var levels = found.pairs("levels");
        if (!levels.isEmpty()) {
            detail("levels", found.text("level-label"));
            levels.forEach(pair -> screen.say("    %-14s %s".formatted(pair.toArray())));
        }
    }

    private void detail(String label, String text) {
        if (!text.isEmpty()) {
            context.screen().say("  %-11s %s".formatted(label + ":", text));
        }
    }
}
