package org.gatehouse.settings.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.PermissionClass.Unset;
import org.gatehouse.settings.AppKey;
import org.gatehouse.settings.AppRow;
import org.gatehouse.settings.DayUse;
import org.gatehouse.settings.GrantKey;
import org.gatehouse.settings.GrantRow;
import org.gatehouse.settings.LedgerRow;
import org.gatehouse.settings.PermissionInfo;
import org.gatehouse.settings.PermissionInfo.Trait;
import org.gatehouse.settings.RunningApp;
import org.gatehouse.settings.RunningApp.State;
import org.gatehouse.settings.Snapshot;
import org.gatehouse.settings.UseNow;
import org.gatehouse.settings.Verdict;
import org.gatehouse.settings.WaitingQuestion;

/// Permissions as a person might have them after some weeks, and as nobody should.
public final class Samples {

    /// Wednesday, 25 November 2026, 14:20 UTC.
    public static final Instant NOW = Instant.parse("2026-11-25T14:20:00Z");

    public static final AppKey MAPS = flatpak("org.gnome.Maps");
    public static final AppKey WEATHER = flatpak("org.gnome.Weather");
    public static final AppKey CALLS = flatpak("im.example.Calls");
    public static final AppKey LONG =
            flatpak("org.example.a_very_long_name.that_goes_on.and_on.until_nobody.can_read_it");
    public static final AppKey HEBREW = flatpak("org.example.Mafteach");

    public static final AppKey CLOCKS = flatpak("org.gnome.clocks");

    private static final String LONG_NAME =
            "The Most Extraordinarily Long Application Name That Anybody Ever Thought Of For A Small"
                    + " Program";
    private static final long DAY = 86_400;

    private Samples() {}

    public static AppKey flatpak(String app) {
        return new AppKey("flatpak", app);
    }

    public static GrantKey location(AppKey app) {
        return new GrantKey("location", app);
    }

    /// The classes that come with Gatehouse.
    public static List<PermissionInfo> permissions() {
        return Catalogue.ofOurs().all().stream().map(Samples::info).toList();
    }

    private static PermissionInfo info(PermissionClass permission) {
        var wording = permission.wording();
        var handling = permission.handling();
        var traits = new HashSet<Trait>();
        if (!handling.risks().isEmpty()) {
            traits.add(Trait.RISKY);
        }
        if (handling.unset() == Unset.ALLOW) {
            traits.add(Trait.ALLOWED_BY_DEFAULT);
        }
        return new PermissionInfo(
                permission.id(),
                new PermissionInfo.Texts(wording.name(), wording.description(), wording.icon()),
                permission.hasLevels()
                        ? permission.levels().stream()
                                .map(level ->
                                        new PermissionInfo.Level(level.choice(), level.label()))
                                .toList()
                        : List.of(),
                wording.levels(),
                handling.lifespans().stream().map(each -> each.choice()).toList(),
                handling.untilSeconds(),
                traits);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }

    private static AppRow app(AppKey key, String name, boolean inUse, long lastUse) {
        return new AppRow(key, name, key.app(), "3.2", true, inUse, lastUse);
    }

    /// A grant with a history.
    public static GrantRow grant(
            String permission, AppKey app, String name, Verdict verdict, String level) {
        boolean precise = permission.equals("location");
        var history =
                new GrantRow.History(
                        "person",
                        precise ? "To show where you are on the map." : "",
                        precise ? "exact" : "",
                        ago(23 * DAY),
                        verdict == Verdict.ALLOW ? ago(300) : 0,
                        verdict == Verdict.ALLOW ? 42 : 0);
        return new GrantRow(
                new GrantKey(permission, app),
                name,
                verdict,
                level,
                precise ? "while-in-use" : "always",
                0,
                history,
                false,
                app.equals(MAPS) && precise && verdict == Verdict.ALLOW);
    }

    /// A usual one.
    public static Snapshot usual() {
        var apps =
                List.of(
                        app(CALLS, "Calls", false, ago(2 * DAY)),
                        app(CLOCKS, "Clocks", false, 0),
                        app(new AppKey("snap", "snap.spot-it"), "Spot it", false, ago(40 * DAY)),
                        app(MAPS, "Maps", true, ago(300)),
                        new AppRow(
                                new AppKey("", "org.example.Scripted"),
                                "org.example.Scripted",
                                "",
                                "",
                                false,
                                false,
                                0),
                        app(LONG, LONG_NAME, false, ago(9 * DAY)),
                        app(WEATHER, "Weather", false, ago(3 * 3600)),
                        app(HEBREW, "מפות ומסלולים", false, ago(DAY)));
        var grants = new ArrayList<GrantRow>();
        grants.add(grant("location", MAPS, "Maps", Verdict.ALLOW, "exact"));
        grants.add(grant("background", MAPS, "Maps", Verdict.ALLOW, ""));
        grants.add(grant("notifications", MAPS, "Maps", Verdict.DENY, ""));
        grants.add(grant("screenshot", MAPS, "Maps", Verdict.DENY, ""));
        grants.add(grant("location", WEATHER, "Weather", Verdict.ALLOW, "city"));
        grants.add(grant("camera", CALLS, "Calls", Verdict.ALLOW, ""));
        grants.add(grant("microphone", CALLS, "Calls", Verdict.ALLOW, ""));
        grants.add(grant("location", CALLS, "Calls", Verdict.DENY, ""));
        grants.add(grant("background", CALLS, "Calls", Verdict.ALLOW, ""));
        grants.add(grant("notifications", CALLS, "Calls", Verdict.ALLOW, ""));
        grants.add(grant("location", LONG, apps.get(5).name(), Verdict.ALLOW, "neighborhood"));
        grants.add(grant("location", HEBREW, "מפות ומסלולים", Verdict.ALLOW, "street"));
        grants.add(grant("background", CLOCKS, "Clocks", Verdict.DENY, ""));
        grants.add(
                grant(
                        "location",
                        new AppKey("", "org.example.Scripted"),
                        "org.example.Scripted",
                        Verdict.UNCLEAR,
                        ""));
        grants.add(
                grant(
                        "wallpaper",
                        new AppKey("snap", "snap.spot-it"),
                        "Spot it",
                        Verdict.ALLOW,
                        ""));
        return new Snapshot(
                permissions(),
                apps,
                grants,
                List.of(
                        new UseNow(location(MAPS), "Maps", false, ago(1200)),
                        new UseNow(location(WEATHER), "Weather", true, ago(4000))),
                running(),
                waiting(),
                List.of(),
                500);
    }

    private static List<RunningApp> running() {
        return List.of(
                new RunningApp(
                        CLOCKS,
                        "1201",
                        "Clocks",
                        State.BACKGROUND,
                        "Counting down: 12 minutes",
                        ago(DAY),
                        true),
                new RunningApp(MAPS, "1333", "Maps", State.OPEN, "", ago(1200), false),
                new RunningApp(WEATHER, "1340", "Weather", State.BACKGROUND, "", ago(900), false),
                new RunningApp(
                        HEBREW,
                        "1350",
                        "מפות ומסלולים",
                        State.BACKGROUND,
                        "מוריד מפות חדשות",
                        ago(700),
                        false),
                new RunningApp(
                        LONG,
                        "1360",
                        LONG_NAME,
                        State.BACKGROUND,
                        "Fetching the newest of everything that anybody ever wrote to you or to"
                                + " anyone else you know",
                        ago(60),
                        true));
    }

    private static List<WaitingQuestion> waiting() {
        return List.of(
                new WaitingQuestion(
                        1,
                        location(CALLS),
                        "Calls",
                        "city",
                        "To tell the person you call where you are, if you want that.",
                        "presentation",
                        ago(2 * 3600),
                        3),
                new WaitingQuestion(
                        2,
                        new GrantKey("background", WEATHER),
                        "Weather",
                        "",
                        "",
                        "nobody",
                        ago(DAY),
                        1));
    }

    /// With grants that went back to ask.
    public static Snapshot withUnused(Snapshot from) {
        var unused =
                List.of(
                        record(480, 600, "lapsed", location(HEBREW), "מפות ומסלולים"),
                        record(479, 600, "lapsed", location(WEATHER), "Weather"));
        return new Snapshot(
                from.permissions(),
                from.apps(),
                from.grants(),
                from.uses(),
                from.running(),
                from.waiting(),
                unused,
                from.sequence());
    }

    private static LedgerRow record(
            long sequence, long secondsAgo, String event, GrantKey key, String name) {
        var text =
                switch (event) {
                    case "granted" -> "Precise: within a few metres, while I use the app";
                    case "revoked" -> "by the settings window";
                    case "lapsed" -> "unused for 90 days";
                    default -> "";
                };
        return new LedgerRow(sequence, ago(secondsAgo), event, key, name, text, "", true);
    }

    /// Some weeks of history, newest first.
    public static List<LedgerRow> ledger() {
        var rows = new ArrayList<LedgerRow>();
        var events =
                List.of("used", "used", "asked", "granted", "used", "revoked", "denied", "set");
        var apps = List.of(MAPS, WEATHER, CALLS, HEBREW);
        var names = List.of("Maps", "Weather", "Calls", "מפות ומסלולים");
        long time = 240;
        for (int i = 0; i < 400; i++) {
            int app = (i * 7 + i / 3) % apps.size();
            var permission = app == 2 ? "camera" : "location";
            rows.add(
                    record(
                            500 - i,
                            time,
                            events.get((i * 5 + i / 4) % events.size()),
                            new GrantKey(permission, apps.get(app)),
                            names.get(app)));
            time += 900 + (i % 9) * 1800L;
        }
        return rows;
    }

    /// Two weeks of use.
    public static List<DayUse> days() {
        var random = new Random(7);
        var days = new ArrayList<DayUse>();
        for (int day = 0; day < 14; day++) {
            long second = NOW.getEpochSecond() / DAY * DAY - day * DAY;
            days.add(new DayUse(second, "location", 3 + random.nextInt(22)));
            if (day % 3 != 1) {
                days.add(new DayUse(second, "camera", 1 + random.nextInt(6)));
            }
            if (day % 2 == 0) {
                days.add(new DayUse(second, "background", 1 + random.nextInt(4)));
            }
        }
        return days;
    }

    /// Very many apps.
    ///
    /// @param number of apps; each holds between two and five permissions
    public static Snapshot many(int number) {
        var random = new Random(42);
        var permissions = permissions();
        var apps = new ArrayList<AppRow>();
        var grants = new ArrayList<GrantRow>();
        for (int i = 0; i < number; i++) {
            var key = flatpak("org.example.App%03d".formatted(i));
            var name = "Application %03d".formatted(i);
            apps.add(app(key, name, i % 50 == 0, ago(i * 1000L)));
            var ids =
                    random.ints(0, permissions.size())
                            .distinct()
                            .limit(i % 3 == 0 ? 4 : 3)
                            .boxed()
                            .collect(Collectors.toSet());
            for (int id : ids) {
                var permission = permissions.get(id).id();
                boolean allowed = random.nextBoolean();
                grants.add(
                        grant(
                                permission,
                                key,
                                name,
                                allowed ? Verdict.ALLOW : Verdict.DENY,
                                permission.equals("location") && allowed ? "city" : ""));
            }
        }
        return new Snapshot(
                permissions, apps, grants, List.of(), List.of(), List.of(), List.of(), 10_000);
    }

    /// The same without anything.
    public static Snapshot empty() {
        return new Snapshot(
                permissions(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 1);
    }
}
