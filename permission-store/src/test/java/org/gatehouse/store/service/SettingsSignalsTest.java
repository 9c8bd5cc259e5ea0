package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: what it is told.
class SettingsSignalsTest {

    private static final String MAPS = "org.gnome.Maps";

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

    @Test
    void changesByAnyToolAreToldOf() throws Exception {
        served.granted("location", "flatpak", MAPS, "EXACT", "0");
        Await.until("the grant is told of", () -> last("flatpak").containsKey("verdict"));
        assertThat(last("flatpak"))
                .containsEntry("verdict", "allow")
                .containsEntry("app", MAPS)
                .containsEntry("level", "exact");

        served.bus.run("flatpak", "permission-reset", MAPS).succeeded();
        Await.until("the end is told of", () -> last("flatpak").isEmpty());

        app.set("location", "flatpak", MAPS, "verdict", "deny");
        Await.until("the refusal is told of", () -> "deny".equals(last("flatpak").get("verdict")));
        served.store.SetPermission("location", true, "location", MAPS, List.of("CITY", "0"));
        Await.until("the row is told of", () -> "city".equals(last("").get("level")));
        Await.until("the end is told of", () -> last("flatpak").isEmpty());
    }

    /// What was told last about a kind of app.
    private Map<String, Object> last(String kind) {
        return app.grants.stream()
                .filter(signal -> signal.kind().equals(kind))
                .reduce((_, later) -> later)
                .map(signal -> Listening.plain(signal.grant()))
                .orElse(Map.of());
    }

    @Test
    void theLedgersGrowthIsToldOfTenTimesASecondAtMost() {
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            served.store.SetPermission("other", true, "id" + i, "a", List.of("yes"));
        }
        long newest = Listening.number(app.ledger(1).getFirst(), "sequence");

        Await.until(
                "the newest is told of",
                () ->
                        app.ledger.stream()
                                .anyMatch(signal -> Listening.number(signal.sequence()) == newest));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(app.ledger.size()).isLessThanOrEqualTo((int) (seconds * 10) + 2);
    }
}
