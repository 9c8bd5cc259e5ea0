package org.gatehouse.ctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.ctl.text.Times;
import org.gatehouse.ctl.text.Times.Direction;
import picocli.CommandLine.Option;

/// Which records of the ledger are wanted.
final class LedgerFilter {

    /// What a person or a tool changed, rather than what an app did.
    private static final List<String> ADMIN =
            List.of("set", "revoked", "forgotten", "changed", "imported", "undone");

    @Option(names = "--app", paramLabel = "APP", description = "Only of this app.")
    private String app = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            completionCandidates = ClassIds.class,
            description = "Only of this class.")
    private String permissionClass = "";

    @Option(
            names = {"--event", "--kind"},
            paramLabel = "EVENT",
            split = ",",
            completionCandidates = Events.class,
            description = {
                "Only such events: asked, granted, denied, dismissed, deferred, used, paused, resumed,"
                        + " stopped, started, ran, set, revoked, forgotten, expired, lapsed, imported,"
                        + " undone, changed;",
                "or admin: whatever a person or a tool changed.",
                "A kind of app, such as flatpak or host, lists that of such apps."
            })
    private List<String> events = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only from then on: 2h, yesterday, 2026-12-01.")
    private String since = "";

    @Option(names = "--until", paramLabel = "TIME", description = "Only up to then.")
    private String until = "";

    /// What may be typed.
    static final class Events extends Words {
        Events() {
            super(
                    List.of(
                            "admin",
                            "asked",
                            "granted",
                            "denied",
                            "dismissed",
                            "deferred",
                            "used",
                            "paused",
                            "resumed",
                            "stopped",
                            "started",
                            "ran",
                            "set",
                            "revoked",
                            "forgotten",
                            "expired",
                            "lapsed",
                            "imported",
                            "undone",
                            "changed"));
        }
    }

    /// As `Permissions1` takes it.
    ///
    /// @throws Failure if a time or an event cannot be understood
    Map<String, Variant<?>> toWire(Times times) {
        var filter = new LinkedHashMap<>(new Which(permissionClass, "", app).toWire());
        var kinds = new AppKind.Kinds();
        var known = new Events();
        var wanted = new TreeSet<String>();
        for (var typed : events) {
            if (contains(kinds, typed)) {
                filter.put("kind", new Variant<>(typed));
            } else if (contains(known, typed)) {
                wanted.addAll(typed.equals("admin") ? ADMIN : List.of(typed));
            } else {
                throw Failure.usage(
                        "no such event: " + typed + "; they are " + String.join(", ", known));
            }
        }
        if (!wanted.isEmpty()) {
            filter.put("events", new Variant<>(List.copyOf(wanted), "as"));
        }
        put(filter, "since", since, times);
        put(filter, "until", until, times);
        return filter;
    }

    private static boolean contains(Iterable<String> words, String wanted) {
        for (var word : words) {
            if (word.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, Variant<?>> filter, String key, String typed, Times times) {
        if (!typed.isEmpty()) {
            var time =
                    times.parse(typed, Direction.PAST).orElseThrow(() -> GrantChoice.noTime(typed));
            filter.put(key, new Variant<>(new UInt64(time.getEpochSecond())));
        }
    }
}
