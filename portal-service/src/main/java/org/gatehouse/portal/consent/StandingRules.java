package org.gatehouse.portal.consent;

import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.portal.consent.Verdict.Reason;

/// The rules that hold whatever is stored.
final class StandingRules {

    private StandingRules() {}

    static Finding lockdown(Matter matter, Circumstances now) {
        return now.locked()
                ? Finding.deny("switched off for everybody", Reason.LOCKDOWN)
                : Finding.next("not switched off");
    }

    static Finding locked(Matter matter, Circumstances now) {
        var verdict = now.ruling().verdict();
        if (!verdict.locked()) {
            return Finding.next("nothing is locked");
        }
        return verdict.value() == PolicyVerdict.DENY
                ? Finding.deny("refused by " + verdict.by(), Reason.LOCKED)
                : Finding.next("does not refuse: " + verdict.by());
    }

    static Finding accuracy(Matter matter, Circumstances now) {
        var highest = now.ruling().highest();
        if (highest.value() >= matter.asked()) {
            return Finding.next("what is asked for may be given");
        }
        if (highest.value() == 0) {
            return Finding.deny("none may be given, by " + highest.by(), Reason.ACCURACY);
        }
        var level = matter.resource().level(highest.value()).choice();
        return Finding.next("at most " + level + ", by " + highest.by());
    }

    static Finding retired(Matter matter, Circumstances now) {
        var retired = now.ruling().retired();
        return retired.value()
                ? Finding.allow(
                        "everybody has it, by " + retired.by(),
                        ConsentPolicy.rank(matter, now),
                        Reason.RETIRED)
                : Finding.next("not retired");
    }
}
