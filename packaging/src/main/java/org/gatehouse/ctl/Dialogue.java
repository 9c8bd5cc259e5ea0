package org.gatehouse.ctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.ctl.text.Style;

/// One question, asked on the terminal: who, what, why; then yes or no, how much, how long.
///
/// Nothing is answered by pressing Enter alone, except what follows a yes, where the first choice
/// is the most careful one.
final class Dialogue {

    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";

    private final Context context;
    private final List<Fields> classes;

    Dialogue(Context context, List<Fields> classes) {
        this.context = context;
        this.classes = classes;
    }

    /// @return false if the person wants no more questions, or the input has ended
    boolean ask(Fields question) {
        var about = about(question.text("class"));
        introduce(question, about);
        while (true) {
            var typed = context.screen().ask("Allow it? [a]llow, [d]eny, [l]ater, [q]uit: ");
            switch (typed.orElse("q").toLowerCase(Locale.ROOT)) {
                case "a", "allow", "y", "yes" -> {
                    return allow(question, about);
                }
                case "d", "deny", "n", "no" -> {
                    answer(question, Map.of("verdict", new Variant<>("deny")));
                    return true;
                }
                case "l", "later" -> {
                    return true;
                }
                case "q", "quit" -> {
                    return false;
                }
                default -> context.screen().say("Please type a, d, l or q.");
            }
        }
    }

    private Fields about(String id) {
        return classes.stream()
                .filter(each -> each.text("class").equals(id))
                .findFirst()
                .orElse(new Fields(Map.of("name", new Variant<>(id))));
    }

    private void introduce(Fields question, Fields about) {
        var screen = context.screen();
        screen.say("");
        var name = question.text("name").isEmpty() ? question.text("app") : question.text("name");
        screen.say(name, Style.HEAD, " asks for: " + about.text("name"));
        screen.say("  " + about.text("description"));
        screen.say("  app:  " + question.text("app") + " (" + GrantText.kind(question) + ")");
        long times = question.number("times");
        screen.say(
                "  asked: "
                        + context.times().shown(question.number("time"))
                        + (times > 1 ? ", " + times + " times" : ""));
        if (!question.text("reason").isEmpty()) {
            screen.say("  the app says: \"" + question.text("reason") + "\"");
        }
    }

    private boolean allow(Fields question, Fields about) {
        var answer = new LinkedHashMap<String, Variant<?>>();
        answer.put("verdict", new Variant<>("allow"));
        var levels = upTo(question.text("level"), about.pairs("levels"));
        var level = levels.size() > 1 ? choose("How much?", levels) : Optional.of("");
        var spans = lifespans(about);
        var lifespan = level.isEmpty() ? level : choose("For how long?", spans);
        if (lifespan.isEmpty()) {
            return false;
        }
        if (!level.orElse("").isEmpty()) {
            answer.put("level", new Variant<>(level.orElse("")));
        }
        answer.put("lifespan", new Variant<>(lifespan.get()));
        if (lifespan.get().equals(Lifespan.UNTIL.choice())) {
            long end = context.times().clock().instant().getEpochSecond() + seconds(about);
            answer.put("until", new Variant<>(new UInt64(end)));
        }
        answer(question, answer);
        return true;
    }

    /// An app gets no more than it asked for.
    private static List<List<String>> upTo(String asked, List<List<String>> levels) {
        int last =
                IntStream.range(0, levels.size())
                        .filter(i -> levels.get(i).getFirst().equals(asked))
                        .findFirst()
                        .orElse(levels.size() - 1);
        return levels.isEmpty() ? levels : levels.subList(0, last + 1);
    }

    /// What may hold longer than the call that was not answered.
    private List<List<String>> lifespans(Fields about) {
        return about.texts("lifespans").stream()
                .flatMap(word -> Lifespan.ofChoice(word).stream())
                .filter(span -> span != Lifespan.ONCE)
                .map(span -> List.of(span.choice(), label(span, about)))
                .toList();
    }

    private String label(Lifespan span, Fields about) {
        if (span != Lifespan.UNTIL) {
            return span.label();
        }
        long end = context.times().clock().instant().getEpochSecond() + seconds(about);
        return "Until " + context.times().shown(end);
    }

    private static long seconds(Fields about) {
        return about.number("until-seconds") > 0 ? about.number("until-seconds") : 3600;
    }

    private Optional<String> choose(String what, List<List<String>> choices) {
        context.screen().say(what);
        for (int i = 0; i < choices.size(); i++) {
            context.screen().say("  " + (i + 1) + ") " + choices.get(i).getLast());
        }
        while (true) {
            var typed = context.screen().ask("[1]: ");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            var text = typed.get().isEmpty() ? "1" : typed.get();
            var number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
            if (number >= 1 && number <= choices.size()) {
                return Optional.of(choices.get(number - 1).getFirst());
            }
            context.screen().say("Please type a number from 1 to " + choices.size() + ".");
        }
    }

    private void answer(Fields question, Map<String, Variant<?>> answer) {
        try {
            var number = new UInt64(question.number("question"));
            context.service().permissions().AnswerDeferred(number, answer);
            context.screen().say("Kept. The app's next try gets this answer.");
        } catch (RemoteException e) {
            if (!e.name().equals(NOT_FOUND)) {
                throw e;
            }
            context.screen().say("It has been answered elsewhere meanwhile.");
        }
    }
}
