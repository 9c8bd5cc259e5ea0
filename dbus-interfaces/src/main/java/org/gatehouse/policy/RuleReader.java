package org.gatehouse.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.TomlException;
import org.gatehouse.catalogue.TomlFile;
import org.gatehouse.policy.Rule.Selector;
import org.gatehouse.policy.Rule.Terms;
import org.gatehouse.protocol.SandboxKind;
import org.jspecify.annotations.Nullable;

/// Reads a `[[rule]]`.
///
/// Keys: `class` (an id or `*`, mandatory), `app` (a glob, `*`), `kind` (flatpak, snap, linyaps,
/// click or host); then any of `verdict` (ask, allow, deny), `prompt` (first-use, install,
/// deferred, never), `max-accuracy` (id of a level), `lifespans`, `reason-required`;
/// `implied-before` (branch of a runtime) and `retired`, not in the user's files; `locked`, in the
/// administrator's only.
///
/// @param catalogue for the ids of classes and levels
/// @param name of the file, for people
record RuleReader(PolicyLayer layer, Catalogue catalogue, String name, List<String> warnings) {

    private static final Terms NOTHING = new Terms(null, null, null, null, null, null, null);

    private static final Set<String> KINDS =
            Stream.concat(Stream.of(SandboxKind.values()).map(SandboxKind::wire), Stream.of("host"))
                    .collect(Collectors.toUnmodifiableSet());

    /// @param number which rule of the file it is, from 1
    Rule read(TomlFile rule, int number) throws TomlException {
        var selector = selector(rule);
        var terms = terms(rule, selector);
        boolean locked = rule.flag("locked").orElse(false);
        if (locked && layer != PolicyLayer.ADMINISTRATOR) {
            throw rule.complaint("locked", "is for the administrator's files only");
        }
        // a key that is misspelt is the better complaint
        rule.finish();
        if (terms.equals(NOTHING)) {
            throw rule.complaint("", "a rule that lays nothing down");
        }
        return new Rule(selector, terms, locked, name + ", rule " + number);
    }

    private Selector selector(TomlFile rule) throws TomlException {
        var permission = rule.text("class");
        if (!permission.equals(Selector.ANY) && catalogue.find(permission).isEmpty()) {
            var place = rule.complaint("class", "is \"" + permission + "\", a class that is");
            warnings.add(place.getMessage() + " not known; the rule waits for it");
        }
        var kind = rule.optionalText("kind");
        if (kind.isPresent() && !KINDS.contains(kind.get())) {
            var known = String.join(", ", KINDS.stream().sorted().toList());
            throw rule.complaint("kind", "must be one of " + known);
        }
        var app = rule.optionalText("app").orElse(Selector.ANY);
        return new Selector(permission, new AppGlob(app), kind);
    }

    private Terms terms(TomlFile rule, Selector selector) throws TomlException {
        return new Terms(
                rule.word("verdict", PolicyVerdict.class).orElse(null),
                rule.word("prompt", PromptTime.class).orElse(null),
                accuracy(rule, selector.permission()),
                lifespans(rule),
                rule.flag("reason-required").orElse(null),
                impliedBefore(rule),
                retired(rule, selector));
    }

    private @Nullable String accuracy(TomlFile rule, String permission) throws TomlException {
        var level = rule.optionalText("max-accuracy");
        if (level.isEmpty()) {
            return null;
        }
        if (permission.equals(Selector.ANY)) {
            throw rule.complaint("max-accuracy", "needs one class: levels belong to a class");
        }
        var known = catalogue.find(permission);
        if (known.isPresent() && known.get().rankOfChoice(level.get()).isEmpty()) {
            var levels = known.get().levels().stream().map(each -> each.choice()).toList();
            throw rule.complaint("max-accuracy", "must be one of " + String.join(", ", levels));
        }
        return level.get();
    }

    private static @Nullable List<Lifespan> lifespans(TomlFile rule) throws TomlException {
        var lifespans = rule.words("lifespans", Lifespan.class).orElse(null);
        if (lifespans != null && lifespans.isEmpty()) {
            throw rule.complaint("lifespans", "must name one at least");
        }
        return lifespans;
    }

    private @Nullable RuntimeBranch impliedBefore(TomlFile rule) throws TomlException {
        var text = rule.optionalText("implied-before");
        if (text.isEmpty()) {
            return null;
        }
        refuseToTheUser(rule, "implied-before");
        var branch = RuntimeBranch.parse(text.get());
        if (branch.isEmpty()) {
            throw rule.complaint("implied-before", "must be numbers and dots, such as 23.08");
        }
        return branch.get();
    }

    private @Nullable Boolean retired(TomlFile rule, Selector selector) throws TomlException {
        var retired = rule.flag("retired");
        if (retired.isEmpty()) {
            return null;
        }
        refuseToTheUser(rule, "retired");
        if (!selector.isForEveryApp()) {
            throw rule.complaint("retired", "is about a class as a whole, without app and kind");
        }
        return retired.get();
    }

    private void refuseToTheUser(TomlFile rule, String key) throws TomlException {
        if (layer == PolicyLayer.USER) {
            throw rule.complaint(key, "is not for the user's own files");
        }
    }
}
