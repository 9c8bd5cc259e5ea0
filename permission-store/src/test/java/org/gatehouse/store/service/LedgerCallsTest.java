package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.service.Refused.invalid;
import static org.gatehouse.store.service.Refused.refused;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: what happened, and how often.
class LedgerCallsTest {

    private static final String MAPS = "org.gnome.Maps";
    private static final long FAR = 4_000_000_000L;
    private static final UInt64 NEWEST = new UInt64(0);

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    @Nested
    class Ledger {

        @Test
        void isFilteredAndPaged() {
            for (int i = 0; i < 5; i++) {
                served.granted("location", "flatpak", "org.a.App" + i, "EXACT", "0");
            }
            app.set("background", "host", "tool", "verdict", "deny");

            assertThat(app.ledger(100, "class", "location")).hasSize(5);
            assertThat(app.ledger(100, "kind", "host")).hasSize(1);
            assertThat(app.ledger(100, "app", "org.a.App3")).hasSize(1);
            assertThat(app.ledger(100, "events", List.of("set"))).hasSize(1);
            assertThat(app.ledger(100, "since", FAR)).isEmpty();
            assertThat(app.ledger(100, "until", 1000L)).isEmpty();
            var page = app.ledger(2, "class", "location");
            var next =
                    Listening.plain(
                            app.permissions.Ledger(
                                    Listening.dictionary("class", "location"),
                                    new UInt64(Listening.number(page.getLast(), "sequence")),
                                    new UInt32(2)));
            assertThat(next).extracting("app").containsExactly("org.a.App2", "org.a.App1");
            assertThat(page).allMatch(entry -> Boolean.TRUE.equals(entry.get("intact")));
        }

        @Test
        void refusesPagesWithoutBoundsAndUnknownWords() {
            for (int count : List.of(0, 1001)) {
                refused(
                        "InvalidArgument",
                        () -> app.permissions.Ledger(Map.of(), NEWEST, new UInt32(count)));
            }
            invalid("event", () -> app.ledger(1, "events", List.of("exploded")));
            refused("NotFound", () -> app.ledger(1, "class", "teleport"));
        }
    }

    @Nested
    class UseByDay {

        @Test
        void countsUsesOfToday() {
            served.granted("location", "flatpak", MAPS, "EXACT", "0");
            used(MAPS);
            used(MAPS);

            var days =
                    Listening.plain(
                            app.permissions.UseByDay(
                                    Listening.dictionary("app", MAPS), new UInt32(7)));

            assertThat(days).hasSize(1);
            assertThat(days.getFirst())
                    .containsEntry("class", "location")
                    .containsEntry("uses", 2L);
            for (int count : List.of(0, 367)) {
                refused(
                        "InvalidArgument",
                        () -> app.permissions.UseByDay(Map.of(), new UInt32(count)));
            }
        }

        private void used(String id) {
            served.decisions.Record(
                    Listening.dictionary(
                            "kind",
                            "used",
                            "table",
                            "location",
                            "id",
                            "location",
                            "app-kind",
                            "flatpak",
                            "app",
                            id));
        }
    }
}
