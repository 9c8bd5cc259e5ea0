package org.gatehouse.ctl;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.ctl.text.Times;
import org.gatehouse.ctl.text.Times.Direction;
import picocli.CommandLine.Option;

/// How much and how long, of a decision.
final class GrantChoice {

    private static final String UNTIL = "until";

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "How much, such as city for location; gatehousectl classes names them.")
    private String level = "";

    @Option(
            names = {"--for", "--lifespan"},
            paramLabel = "LIFESPAN",
            completionCandidates = Lifespans.class,
            description =
                    "How long: session (until you log out), while-in-use, always, or a time such as 2h.")
    private String lifespan = "";

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Until then: +2h, 18:00, tomorrow, 2026-12-01, \"2026-12-01 18:00\".")
    private String until = "";

    /// What may be typed.
    static final class Lifespans extends Words {
        Lifespans() {
            super(List.of("session", "while-in-use", "always", "1h", "1d"));
        }
    }

    /// A decision as `Permissions1` takes it.
    ///
    /// @throws Failure if a time cannot be understood or has passed
    Map<String, Variant<?>> toWire(String verdict, Times times) {
        var grant = new LinkedHashMap<String, Variant<?>>();
        grant.put("verdict", new Variant<>(verdict));
        if (!level.isEmpty()) {
            grant.put("level", new Variant<>(level));
        }
        if (!until.isEmpty() && !lifespan.isEmpty() && !lifespan.equals(UNTIL)) {
            throw Failure.usage("--for and --until exclude each other");
        }
        var distance = times.distance(lifespan, Direction.FUTURE);
        if (!until.isEmpty() || distance.isPresent()) {
            grant.put("lifespan", new Variant<>(UNTIL));
            grant.put("until", new Variant<>(new UInt64(end(times).getEpochSecond())));
        } else if (!lifespan.isEmpty()) {
            grant.put("lifespan", new Variant<>(lifespan));
        }
        return grant;
    }

    private Instant end(Times times) {
        var typed = until.isEmpty() ? lifespan : until;
        var end = times.parse(typed, Direction.FUTURE).orElseThrow(() -> noTime(typed));
        if (!end.isAfter(times.clock().instant())) {
            throw Failure.usage(typed + " has passed already");
        }
        return end;
    }

    /// The complaint about a time that is none.
    static Failure noTime(String typed) {
        return Failure.usage(
                "not a time: "
                        + typed
                        + "; say +2h, 18:00, tomorrow, 2026-12-01 or 2026-12-01T18:00");
    }
}
