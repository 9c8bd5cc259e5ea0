package org.gatehouse.portal.consent;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.portal.consent.Finding.Rule;
import org.gatehouse.portal.consent.Verdict.Ask;
import org.jspecify.annotations.Nullable;

/// The rule of consent. Pure: the same arguments give the same verdict, and nothing else is read.
///
/// It is a list of rules, of which the first one that decides wins. Whoever asks why gets the very
/// rules that were applied, see [Ruled#steps].
public final class ConsentPolicy {

    /// Earlier ones win: a lockdown beats a stored yes. What concerns the question itself comes
    /// last; of that, what refuses comes before what puts off.
    private static final List<Rule> RULES =
            List.of(
                    new Rule("lockdown", StandingRules::lockdown),
                    new Rule("locked policy", StandingRules::locked),
                    new Rule("highest level", StandingRules::accuracy),
                    new Rule("retired", StandingRules::retired),
                    new Rule("stored decision", StoredRules::stored),
                    new Rule("implied", StoredRules::implied),
                    new Rule("default", StoredRules::unset),
                    new Rule("nothing asked", QuestionRules::nothing),
                    new Rule("prompt", QuestionRules::mayAsk),
                    new Rule("reason", QuestionRules::reason),
                    new Rule("time of the question", QuestionRules::time),
                    new Rule("situation", QuestionRules::situation),
                    new Rule("dialog", QuestionRules::dialog));

    private ConsentPolicy() {}

    /// Decides over one request.
    public static Ruled decide(Matter matter, Circumstances now) {
        var steps = new ArrayList<Step>();
        for (var rule : RULES) {
            var finding = rule.check().of(matter, now);
            boolean decides = finding.verdict() != null;
            steps.add(new Step(rule.name(), finding.says(), decides));
            if (finding.verdict() != null) {
                return new Ruled(finding.verdict(), steps);
            }
        }
        steps.add(new Step("question", "the person is asked", true));
        return new Ruled(new Ask(rank(matter, now), held(matter)), steps);
    }

    /// What can be given at most.
    static int rank(Matter matter, Circumstances now) {
        return Math.min(matter.asked(), now.ruling().highest().value());
    }

    private static StoredDecision.@Nullable Granted held(Matter matter) {
        return matter.stored() instanceof StoredDecision.Granted held ? held : null;
    }
}
