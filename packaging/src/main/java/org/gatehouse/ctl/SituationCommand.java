package org.gatehouse.ctl;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The situations in which nothing is asked.
@Command(
        name = "situation",
        description = {
            "Say that you cannot be asked now (driving, presentation, locked, …), or can again.",
            "Questions wait meanwhile; gatehousectl deferred lists them. Without an argument: list."
        })
final class SituationCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            completionCandidates = Actions.class,
            description = "list, set or clear.")
    private String action = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "A word such as driving.")
    private String name = "";

    @Mixin private Format format = new Format();

    SituationCommand(Context context) {
        this.context = context;
    }

    /// What may be typed.
    static final class Actions extends Words {
        Actions() {
            super(List.of("list", "set", "clear"));
        }
    }

    /// The usual ones.
    static final class Names extends Words {
        Names() {
            super(List.of("driving", "presentation", "locked"));
        }
    }

    @Override
    public Integer call() {
        boolean listing = action.equals("list");
        if (listing != name.isEmpty()) {
            throw Failure.usage(
                    listing
                            ? "list takes no name"
                            : "say which: gatehousectl situation " + action + " NAME");
        }
        switch (action) {
            case "list" -> {}
            case "set" -> context.service().permissions().SetSituation(name, true);
            case "clear" -> context.service().permissions().SetSituation(name, false);
            default ->
                    throw Failure.usage("no such action: " + action + "; say list, set or clear");
        }
        show();
        return ExitStatus.FINE.number();
    }

    private void show() {
        var situations = context.service().properties().texts("Situations");
        if (format.isJson()) {
            context.screen().json(Map.of("situations", situations));
        } else if (situations.isEmpty()) {
            context.screen().say("No situation: questions are asked.");
        } else {
            context.screen().say("Nothing is asked now: " + String.join(", ", situations));
        }
    }
}
