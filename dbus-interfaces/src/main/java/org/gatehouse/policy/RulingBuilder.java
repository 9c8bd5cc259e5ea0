package org.gatehouse.policy;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.jspecify.annotations.Nullable;

/// Folds rules, in the order in which they apply, into a [Ruling]. Threads: one.
final class RulingBuilder {

    private static final String BROKEN = "a policy file that cannot be understood";

    private final PermissionClass permission;
    private Laid<PolicyVerdict> verdict;
    private Laid<PromptTime> prompt = Laid.byClass(PromptTime.FIRST_USE);
    private Laid<Integer> highest;
    private Laid<List<Lifespan>> lifespans;
    private Laid<Boolean> reasonRequired = Laid.byClass(false);
    private Laid<Optional<RuntimeBranch>> impliedBefore = Laid.byClass(Optional.empty());
    private Laid<Boolean> retired = Laid.byClass(false);

    RulingBuilder(PermissionClass permission) {
        this.permission = permission;
        this.verdict = Laid.byClass(unset(permission));
        this.highest = Laid.byClass(permission.highest());
        this.lifespans = Laid.byClass(permission.handling().lifespans());
    }

    private static PolicyVerdict unset(PermissionClass permission) {
        return switch (permission.handling().unset()) {
            case ASK -> PolicyVerdict.ASK;
            case ALLOW -> PolicyVerdict.ALLOW;
            case DENY -> PolicyVerdict.DENY;
        };
    }

    void add(PolicyLayer layer, Rule rule) {
        var terms = rule.terms();
        verdict = verdict.then(terms.verdict(), layer, rule, RulingBuilder::lower);
        prompt = prompt.then(terms.prompt(), layer, rule, RulingBuilder::lower);
        highest = highest.then(rank(terms.accuracy()), layer, rule, Math::min);
        lifespans = lifespans.then(terms.lifespans(), layer, rule, RulingBuilder::common);
        reasonRequired =
                reasonRequired.then(terms.reasonRequired(), layer, rule, Boolean::logicalOr);
        // neither can be said by the user's layer, so that no narrower one is ever looked for
        impliedBefore =
                impliedBefore.then(
                        Optional.ofNullable(terms.impliedBefore()).map(Optional::of).orElse(null),
                        layer,
                        rule,
                        (before, _) -> before);
        retired = retired.then(terms.retired(), layer, rule, (before, _) -> before);
    }

    /// A level that the class does not know gives nothing.
    private @Nullable Integer rank(@Nullable String level) {
        return level == null ? null : permission.rankOfChoice(level).orElse(0);
    }

    /// There is a file whose rules are not known: what may be against them is not done.
    void doubt() {
        if (verdict.value() != PolicyVerdict.DENY) {
            verdict = new Laid<>(PolicyVerdict.ASK, false, BROKEN);
        }
        impliedBefore = new Laid<>(Optional.empty(), false, BROKEN);
        retired = new Laid<>(false, false, BROKEN);
    }

    Ruling build() {
        return new Ruling(
                verdict, prompt, highest, offered(), reasonRequired, impliedBefore, retired);
    }

    /// Where class and policy have nothing in common, the shortest that the class knows.
    private Laid<List<Lifespan>> offered() {
        var known = permission.handling().lifespans();
        var both = common(known, lifespans.value());
        var offered = both.isEmpty() ? List.of(known.getFirst()) : both;
        return new Laid<>(offered, lifespans.locked(), lifespans.by());
    }

    private static List<Lifespan> common(List<Lifespan> before, List<Lifespan> said) {
        return before.stream().filter(said::contains).toList();
    }

    private static <E extends Enum<E>> E lower(E before, E said) {
        return before.compareTo(said) <= 0 ? before : said;
    }
}
