package org.gatehouse.settings.service;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.AppRow;
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.PermissionInfo.Level;
import org.gatehouse.settings.PermissionInfo.Texts;
import org.gatehouse.settings.PermissionInfo.Trait;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.UseNow;
import org.gatehouse.settings.Verdict;
import org.gatehouse.settings.WaitingQuestion;

/// Turns what `org.gatehouse.Permissions1` answers into what the window knows. Texts that come from
/// elsewhere are made fit to be shown here.
final class Reading {

    private static final int MOST_LEVELS = 16;

    private Reading() {}

    static PermissionInfo permission(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var id = values.word("class");
        var texts =
                new Texts(values.line("name", id), values.text("description"), values.word("icon"));
        return new PermissionInfo(
                id,
                texts,
                levels(values),
                values.line("level-label", "How much"),
                values.words("lifespans"),
                values.number("until-seconds"),
                traits(values));
    }

    private static List<Level> levels(Values values) {
        return values.pairs("levels").stream()
                .limit(MOST_LEVELS)
                .map(pair ->
                        new Level(pair.getFirst(), Sanitiser.line(pair.getLast(), pair.getFirst())))
                .toList();
    }

    private static Set<Trait> traits(Values values) {
        var traits = new HashSet<Trait>();
        if (!values.words("risks").isEmpty()) {
            traits.add(Trait.RISKY);
        }
        if (values.word("default").equals("allow")) {
            traits.add(Trait.ALLOWED_BY_DEFAULT);
        }
        if (values.flag("retired")) {
            traits.add(Trait.RETIRED);
        }
        return traits;
    }

    static AppRow app(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = app(values);
        return new AppRow(
                key,
                values.line("name", key.shownId()),
                values.word("icon"),
                values.line("version", ""),
                values.flag("installed"),
                values.flag("in-use"),
                values.number("last-use"));
    }

    static GrantRow grant(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = key(values);
        var history =
                new GrantRow.History(
                        values.word("decided-by"),
                        values.text("reason"),
                        values.word("accuracy"),
                        values.number("decided"),
                        values.number("last-use"),
                        values.number("uses"));
        return new GrantRow(
                key,
                values.line("name", key.app().shownId()),
                Verdict.ofWord(values.word("verdict")),
                values.word("level"),
                values.word("lifespan"),
                values.number("until"),
                history,
                values.flag("implied"),
                values.flag("in-use"));
    }

    static UseNow use(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = key(values);
        return new UseNow(
                key,
                values.line("name", key.app().shownId()),
                values.word("state").equals("paused"),
                values.number("since"));
    }

    static RunningApp running(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = app(values);
        return new RunningApp(
                key,
                values.word("instance"),
                values.line("name", key.shownId()),
                RunningApp.State.ofWord(values.word("state")),
                values.line("message", ""),
                values.number("since"),
                values.flag("at-login"));
    }

    static WaitingQuestion question(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = key(values);
        return new WaitingQuestion(
                values.number("question"),
                key,
                values.line("name", key.app().shownId()),
                values.word("level"),
                values.text("reason"),
                values.word("why"),
                values.number("time"),
                values.number("times"));
    }

    static LedgerRow record(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        var key = key(values);
        var otherwise = key.app().app().isEmpty() ? "" : key.app().shownId();
        return new LedgerRow(
                values.number("sequence"),
                values.number("time"),
                values.word("event"),
                key,
                values.line("name", otherwise),
                values.text("text"),
                values.line("executable", ""),
                !Optional.ofNullable(keys.get("intact"))
                        .map(Variant::getValue)
                        .filter(Boolean.FALSE::equals)
                        .isPresent());
    }

    static DayUse day(Map<String, Variant<?>> keys) {
        var values = new Values(keys);
        return new DayUse(values.number("day"), values.word("class"), values.number("uses"));
    }

    private static GrantKey key(Values values) {
        return new GrantKey(values.word("class"), app(values));
    }

    private static AppKey app(Values values) {
        return new AppKey(values.word("kind"), values.word("app"));
    }
}
