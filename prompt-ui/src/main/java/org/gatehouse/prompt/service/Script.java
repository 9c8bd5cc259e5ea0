package org.gatehouse.prompt.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Answer.Selection;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Prompt;

/// Answers written down beforehand, for tests and for a machine without a display.
///
/// Shape: steps separated by `;`, one for each question in order, the last one for all that follow.
/// A step is `allow`, `once`, `deny`, `dismiss` or `timeout` (no answer, ever); `allow` may be
/// followed by selections, as in `allow:accuracy=city,lifespan=always`. `once` is
/// `allow:lifespan=once`; in a notice it is "this time", as `dismiss` is. Choices that are not
/// mentioned keep what the question selects.
///
/// @param steps never empty
record Script(List<Step> steps) {

    /// What to do with one question.
    record Step(Action action, Map<String, String> selections) {}

    enum Action {
        ALLOW,
        DENY,
        DISMISS,
        TIMEOUT
    }

    /// Reads a script.
    ///
    /// @throws IllegalArgumentException naming the step that is not understood
    static Script parse(String text) {
        return new Script(Stream.of(text.split(";")).map(String::strip).map(Script::step).toList());
    }

    /// The step for a question.
    ///
    /// @param number from 0
    Step step(int number) {
        return steps.get(Math.min(number, steps.size() - 1));
    }

    /// The answer of a step that allows. What a notice calls "this time" is no answer of its own.
    static Answer allowed(Step step, Prompt prompt) {
        boolean once = "once".equals(step.selections().get("lifespan"));
        if (prompt.manner() == Prompt.Manner.NOTICE && once) {
            return new Answer.Dismissed();
        }
        return new Answer.Allowed(
                prompt.choices().stream().map(choice -> selection(choice, step)).toList());
    }

    private static Selection selection(Choice choice, Step step) {
        var wanted = step.selections().getOrDefault(choice.id(), choice.selected());
        boolean offered =
                choice.isCheckBox()
                        || choice.options().stream().anyMatch(o -> o.id().equals(wanted));
        return new Selection(choice.id(), offered ? wanted : choice.selected());
    }

    private static Step step(String text) {
        var parts = text.split(":", 2);
        var selections = parts.length == 2 ? selections(parts[1]) : Map.<String, String>of();
        return switch (parts[0]) {
            case "allow" -> new Step(Action.ALLOW, selections);
            case "once" -> new Step(Action.ALLOW, Map.of("lifespan", "once"));
            case "deny" -> new Step(Action.DENY, Map.of());
            case "dismiss" -> new Step(Action.DISMISS, Map.of());
            case "timeout" -> new Step(Action.TIMEOUT, Map.of());
            default -> throw new IllegalArgumentException("no such step: " + text);
        };
    }

    private static Map<String, String> selections(String text) {
        var selections = new LinkedHashMap<String, String>();
        for (var pair : text.split(",")) {
            var parts = pair.strip().split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not CHOICE=OPTION: " + pair);
            }
            selections.put(parts[0], parts[1]);
        }
        return selections;
    }
}
