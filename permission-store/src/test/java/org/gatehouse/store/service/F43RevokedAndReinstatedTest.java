package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirements F42, F43, F45 and I5, the store's part: what is taken back and given again by any
/// tool is told within a second, and is one and the same grant for all of them.
class F43RevokedAndReinstatedTest {

    private static final String APP = "org.a.App";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
        var _ =
                served.decisions.Remember(
                        "location", "location", "flatpak", APP, List.of("EXACT", "0"), Map.of());
        Await.until("the grant is told", () -> verdict().equals("allow"));
        served.changes.clear();
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    /// What a settings app was told last of the flatpak, `""` for nothing.
    private String verdict() {
        return app.grants.stream()
                .filter(signal -> signal.kind().equals("flatpak"))
                .reduce((_, later) -> later)
                .map(signal -> Listening.plain(signal.grant()).get("verdict"))
                .map(String::valueOf)
                .orElse("");
    }

    @Test
    void everybodyIsToldAtOnceOfARevocation() {
        app.revoke("app", APP);

        Await.until("roles are told", AT_ONCE, () -> !served.changes.isEmpty());
        assertThat(served.changes.element().permissions().get(APP)).first().isEqualTo("NONE");
        Await.until("settings are told", AT_ONCE, () -> verdict().equals("deny"));
        assertThat(found()).first().isEqualTo("NONE");
    }

    @Test
    void whatIsReinstatedHoldsWithoutAQuestion() {
        app.revoke("app", APP);
        app.set("location", "flatpak", APP, "verdict", "allow", "level", "city");

        assertThat(found()).first().isEqualTo("CITY");
        Await.until("settings are told", AT_ONCE, () -> verdict().equals("allow"));
    }

    @Test
    void theSimpleSwitchAndTheFineLevelAreOneGrant() {
        app.set("location", "flatpak", APP, "verdict", "allow", "level", "city");
        app.set("location", "flatpak", APP, "verdict", "deny");
        app.set("location", "flatpak", APP, "verdict", "allow");

        assertThat(app.grants("app", APP)).hasSize(1);
        assertThat(app.grant()).containsEntry("level", "exact");
    }

    @Test
    void twoSettingsAppsStayConsistent() {
        try (var second = new Listening(served)) {
            var seen = second.permissions.ListGrants(Map.of()).sequence();
            app.revoke("app", APP);

            var yes = Listening.dictionary("verdict", "allow");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> second.permissions.Set("location", "flatpak", APP, yes, seen))
                    .hasMessageContaining("org.gatehouse.Error.Conflict");

            Await.until("the second is told", () -> !second.grants.isEmpty());
            var now = second.permissions.ListGrants(Map.of()).sequence();
            var _ = second.permissions.Set("location", "flatpak", APP, yes, now);
            assertThat(app.grant()).containsEntry("verdict", "allow");
        }
    }

    private List<String> found() {
        return served.decisions.Find("location", "location", "flatpak", APP).permissions();
    }
}
