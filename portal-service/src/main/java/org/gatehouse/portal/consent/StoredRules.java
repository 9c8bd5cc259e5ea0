package org.gatehouse.portal.consent;

import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.policy.RuntimeBranch;
import org.gatehouse.portal.consent.Verdict.Reason;
import org.gatehouse.protocol.AppIdentity;

/// The rules about what was decided before, and about what holds where nothing was.
final class StoredRules {

    private StoredRules() {}

    static Finding stored(Matter matter, Circumstances now) {
        return switch (matter.stored()) {
            case StoredDecision.Refused() -> Finding.deny("refused", Reason.STORED);
            case StoredDecision.Unreadable() ->
                    Finding.deny("the store does not answer", Reason.STORE_UNREADABLE);
            case StoredDecision.Granted held -> granted(matter, held, now);
            case StoredDecision.AskEachTime() -> Finding.next("to be asked each time");
            case StoredDecision.NoStore() -> Finding.next("there is no store");
            case StoredDecision.Unset() -> Finding.next("nothing");
            case StoredDecision.Garbled() -> Finding.next("a row that nobody understands");
        };
    }

    private static Finding granted(Matter matter, StoredDecision.Granted held, Circumstances now) {
        var level = matter.resource().level(held.rank()).choice();
        boolean decided =
                ConsentPolicy.rank(matter, now) <= held.covers()
                        || matter.subject() instanceof AppIdentity.Host;
        if (!decided) {
            return Finding.next("allowed up to " + level + ", which is less than it asks for");
        }
        var terms =
                held.lifespan() == Lifespan.WHILE_IN_USE
                        ? ", while the app has a visible window"
                        : ", " + held.lifespan().choice();
        return Finding.allow(
                "allowed: " + level + terms,
                Math.min(ConsentPolicy.rank(matter, now), held.rank()),
                Reason.STORED);
    }

    /// Only for what nobody decided yet: a decision of the person's stands.
    static Finding implied(Matter matter, Circumstances now) {
        var before = now.ruling().impliedBefore();
        if (before.value().isEmpty()) {
            return Finding.next("no apps have it implied");
        }
        if (!isUnset(matter.stored())) {
            return Finding.next("only where nothing is stored");
        }
        var built = builtFor(matter.subject());
        if (built.isEmpty()) {
            return Finding.next("it is not known what the app was built for");
        }
        boolean older = built.get().compareTo(before.value().get()) < 0;
        return older
                ? Finding.allow(
                        "built for " + built.get() + ", by " + before.by(),
                        ConsentPolicy.rank(matter, now),
                        Reason.IMPLIED)
                : Finding.next("built for " + built.get() + ", which is new enough to ask");
    }

    private static boolean isUnset(StoredDecision stored) {
        return stored instanceof StoredDecision.Unset || stored instanceof StoredDecision.Garbled;
    }

    private static Optional<RuntimeBranch> builtFor(AppIdentity subject) {
        return subject instanceof AppIdentity.Sandboxed app
                ? RuntimeBranch.parse(app.branch())
                : Optional.empty();
    }

    /// What the policy or the class says where nothing is stored, or where what is stored leaves it
    /// to a question.
    static Finding unset(Matter matter, Circumstances now) {
        var verdict = now.ruling().verdict();
        boolean byRule = verdict.isByRule();
        if (verdict.value() == PolicyVerdict.DENY && isUndecided(matter, byRule)) {
            return Finding.deny(
                    "refused, by " + verdict.by(), byRule ? Reason.POLICY : Reason.DEFAULT);
        }
        if (matter.subject() instanceof AppIdentity.Unknown) {
            return Finding.next("an unknown sandbox is always asked about");
        }
        if (matter.stored() instanceof StoredDecision.NoStore) {
            return Finding.next("without a store nothing is allowed unasked");
        }
        int rank = ConsentPolicy.rank(matter, now);
        if (verdict.value() == PolicyVerdict.ALLOW
                && (verdict.locked() || isUnset(matter.stored()))) {
            return Finding.allow(
                    "allowed, by " + verdict.by(), rank, byRule ? Reason.POLICY : Reason.DEFAULT);
        }
        boolean host = matter.subject() instanceof AppIdentity.Host;
        if (host && !byRule && isUnset(matter.stored())) {
            return Finding.allow("a program outside any sandbox", rank, Reason.HOST_APP);
        }
        return Finding.next("to be asked, by " + verdict.by());
    }

    /// A refusal by default is for sandboxed apps; one by a rule is for everybody it names.
    private static boolean isUndecided(Matter matter, boolean byRule) {
        boolean concerned = byRule || matter.subject() instanceof AppIdentity.Sandboxed;
        return concerned
                && (isUnset(matter.stored()) || matter.stored() instanceof StoredDecision.NoStore);
    }
}
