package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

/// Requirement G20, the store's part.
class G20LastUseIsWallClockTimeTest {

    private static final Map<String, Variant<?>> ALWAYS =
            Map.of("lifespan", new Variant<>("always"));

    @Test
    void aGrantAndItsUseAreTimedByTheCalendarAlsoAfterARestart() throws Exception {
        try (var served = ServedStore.start()) {
            long before = Instant.now().getEpochSecond();
            var _ =
                    served.decisions.Remember(
                            "location",
                            "location",
                            "flatpak",
                            "org.a.App",
                            List.of("EXACT", "0"),
                            ALWAYS);
            served.decisions.Record(
                    Map.of(
                            "kind", new Variant<>("used"),
                            "table", new Variant<>("location"),
                            "id", new Variant<>("location"),
                            "app-kind", new Variant<>("flatpak"),
                            "app", new Variant<>("org.a.App")));
            long after = Instant.now().getEpochSecond();

            served.restart();

            var details =
                    served.decisions.Find("location", "location", "flatpak", "org.a.App").details();
            assertThat(number(details, "decided")).isBetween(before, after);
            assertThat(number(details, "last-use")).isBetween(before, after);
            assertThat(number(details, "uses")).isEqualTo(1);
            for (var event : served.permissions.Ledger(Map.of(), new UInt64(0), new UInt32(10))) {
                assertThat(number(event, "time")).isBetween(before, after);
            }
        }
    }

    private static long number(Map<String, Variant<?>> details, String key) {
        var value = details.get(key);
        return value == null ? -1 : ((UInt64) value.getValue()).value().longValue();
    }
}
