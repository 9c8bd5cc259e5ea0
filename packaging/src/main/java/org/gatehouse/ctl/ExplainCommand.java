package org.gatehouse.ctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.ctl.text.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verdict that an app would get.
@Command(
        name = "explain",
        description = "Say what an app would get if it asked now, and by which rule; asks nobody.")
final class ExplainCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(index = "0", paramLabel = "APP", description = "The app's id.")
    private String app = "";

    @Parameters(
            index = "1",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "The permission, such as location.")
    private String permissionClass = "";

    @Option(names = "--level", paramLabel = "LEVEL", description = "As if it asked for so much.")
    private String level = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "As if it gave this reason.")
    private String reason = "";

    @Option(
            names = "--runtime",
            paramLabel = "BRANCH",
            description = "As if it was built for this branch of its runtime.")
    private String runtime = "";

    @Mixin private AppKind kind = new AppKind();
    @Mixin private Format format = new Format();

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var whose = kind.of(app, context.service());
        var explanation =
                context.service().permissions().Explain(permissionClass, whose, app, options());
        if (format.isJson()) {
            context.screen()
                    .json(Map.of("verdict", explanation.verdict(), "steps", explanation.steps()));
            return ExitStatus.FINE.number();
        }
        show(explanation.verdict(), Fields.all(explanation.steps()));
        return ExitStatus.FINE.number();
    }

    private Map<String, Variant<?>> options() {
        var options = new LinkedHashMap<String, Variant<?>>();
        Map.of("level", level, "reason", reason, "runtime", runtime)
                .forEach((key, value) -> {
                    if (!value.isEmpty()) {
                        options.put(key, new Variant<>(value));
                    }
                });
        return options;
    }

    private void show(String verdict, List<Fields> steps) {
        var screen = context.screen();
        screen.say(verdict, Style.of(verdict), meaning(verdict));
        for (var step : steps) {
            boolean decides = step.flag("decides");
            screen.say(
                    decides ? "  > " : "    ",
                    decides ? Style.HEAD : Style.PLAIN,
                    step.text("rule") + ": " + step.text("says"));
        }
    }

    private static String meaning(String verdict) {
        return switch (verdict) {
            case "allow" -> ": the app would get it, without a question.";
            case "deny" -> ": the app would be refused, without a question.";
            case "ask" -> ": the person would be asked.";
            case "defer" -> ": the question would wait; nothing would be asked now.";
            default -> "";
        };
    }
}
