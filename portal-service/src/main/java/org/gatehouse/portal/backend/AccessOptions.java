package org.gatehouse.portal.backend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.catalogue.Level;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Answer;
import org.gatehouse.portal.consent.Question;

/// The options and results of `AccessDialog`: what we add to a question travels as `choices`.
final class AccessOptions {

    private static final String ACCURACY = "accuracy";
    private static final String YES = "true";
    private static final String LIFESPAN = "lifespan";

    /// One combination box of a dialog: `(ssa(ss)s)`.
    record Choice(String id, String label, List<Option> options, String initial) {}

    /// One line of it: `(ss)`.
    record Option(String id, String label) {}

    private AccessOptions() {}

    static Map<String, Variant<?>> of(Question question) {
        var options = new LinkedHashMap<String, Variant<?>>();
        var buttons = question.resource().wording().buttons();
        options.put("modal", new Variant<>(true));
        options.put("deny_label", new Variant<>(buttons.deny()));
        options.put("grant_label", new Variant<>(buttons.allow()));
        options.put("icon", new Variant<>(question.resource().wording().icon()));
        options.put("choices", new Variant<>(choices(question), "a(ssa(ss)s)"));
        return options;
    }

    private static List<Choice> choices(Question question) {
        var offered = question.offer().lifespans();
        var lifespans = offered.stream().map(each -> option(each, question)).toList();
        var lifespan = new Choice(LIFESPAN, "How long", lifespans, offered.getLast().choice());
        var rest =
                Stream.concat(
                        question.along().stream().map(AccessOptions::yesOrNo), Stream.of(lifespan));
        if (question.rank() == 1) {
            return rest.toList();
        }
        var levels =
                IntStream.iterate(question.rank(), rank -> rank > 0, rank -> rank - 1)
                        .mapToObj(question.resource()::level)
                        .toList();
        var accuracy =
                new Choice(
                        ACCURACY,
                        question.resource().wording().levels(),
                        levels.stream().map(AccessOptions::option).toList(),
                        levels.getFirst().choice());
        return Stream.concat(Stream.of(accuracy), rest).toList();
    }

    /// A choice without options is one of yes and no.
    private static Choice yesOrNo(PermissionClass along) {
        return new Choice(along.id(), along.wording().description(), List.of(), YES);
    }

    private static Option option(Lifespan lifespan, Question question) {
        int seconds = question.resource().handling().untilSeconds();
        var label = lifespan == Lifespan.UNTIL ? TimeText.ofSpan(seconds) : lifespan.label();
        return new Option(lifespan.choice(), label);
    }

    private static Option option(Level level) {
        return new Option(level.choice(), level.label());
    }

    /// What was granted: the level asked for and the longest lifespan, where a backend shows no
    /// choices; never more than was asked for. A choice that was not offered is no answer.
    static Answer granted(Question question, Map<String, Variant<?>> results) {
        var chosen = ChosenOptions.of(results.get("choices"));
        var level = chosen.get(ACCURACY);
        var rank =
                level == null ? question.rank() : question.resource().rankOfChoice(level).orElse(0);
        var longest = question.offer().lifespans().getLast().choice();
        var lifespan =
                Lifespan.ofChoice(chosen.getOrDefault(LIFESPAN, longest))
                        .filter(question.offer().lifespans()::contains);
        if (rank == 0 || lifespan.isEmpty()) {
            return new Answer.Unanswered("the backend chose what was not offered");
        }
        // a backend that shows no choices grants what was asked
        var along =
                question.along().stream()
                        .collect(
                                Collectors.toMap(
                                        PermissionClass::id,
                                        each -> chosen.getOrDefault(each.id(), YES).equals(YES)));
        return new Answer.Granted(Math.min(rank, question.rank()), lifespan.get(), along);
    }
}
