package org.gatehouse.portal.consent;

import org.gatehouse.policy.PromptTime;
import org.gatehouse.portal.consent.Verdict.Reason;

/// The rules about whether the person may be asked, and when.
final class QuestionRules {

    private static final String POLICY = "policy";

    private QuestionRules() {}

    static Finding nothing(Matter matter, Circumstances now) {
        return matter.asked() == 0
                ? Finding.allow("it asks for nothing", 0, Reason.NOTHING_ASKED)
                : Finding.next("it asks for something");
    }

    static Finding mayAsk(Matter matter, Circumstances now) {
        var prompt = now.ruling().prompt();
        return prompt.value() == PromptTime.NEVER
                ? Finding.deny("never, by " + prompt.by(), Reason.NEVER_ASK)
                : Finding.next("apps may ask");
    }

    static Finding reason(Matter matter, Circumstances now) {
        var required = now.ruling().reasonRequired();
        if (!required.value()) {
            return Finding.next("none is required");
        }
        return matter.reasoned()
                ? Finding.next("given, as " + required.by() + " requires")
                : Finding.deny("missing, required by " + required.by(), Reason.NO_REASON);
    }

    static Finding time(Matter matter, Circumstances now) {
        var prompt = now.ruling().prompt();
        return switch (prompt.value()) {
            case FIRST_USE, NEVER -> Finding.next("at the first use");
            case INSTALL -> Finding.defer("at the installation, by " + prompt.by(), POLICY);
            case DEFERRED -> Finding.defer("when the person likes, by " + prompt.by(), POLICY);
        };
    }

    static Finding situation(Matter matter, Circumstances now) {
        return now.situation()
                .map(name -> Finding.defer(name + ": nobody is asked now", name))
                .orElseGet(() -> Finding.next("nothing stands against a question"));
    }

    static Finding dialog(Matter matter, Circumstances now) {
        return now.canShow()
                ? Finding.next("somebody can show it")
                : Finding.defer("nobody can show it", Deferrals.NOBODY);
    }
}
