package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.gatehouse.Permissions1.UsageChanged;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirement F1, the store's part: what the portal reports is shown and told.
class F1WhoUsesSomethingIsToldTest {

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

    private void report(String state) {
        served.decisions.ReportUsage("location", "flatpak", MAPS, state);
    }

    private static UsageChanged told(String state) {
        return new UsageChanged("location", "flatpak", MAPS, state);
    }

    @Test
    void eachStateIsToldOnce() {
        for (var state : List.of("active", "active", "paused", "active", "ended", "ended")) {
            report(state);
        }

        Await.until("the end is told", () -> app.uses.contains(told("ended")));
        assertThat(app.uses)
                .containsExactly(told("active"), told("paused"), told("active"), told("ended"));
        assertThat(app.permissions.ListUsage()).isEmpty();
    }

    @Test
    void aUseIsListedAndSeenAtAppAndGrant() {
        long before = Instant.now().getEpochSecond();
        app.set("location", "flatpak", MAPS, "verdict", "allow");

        report("paused");

        var uses = Listening.plain(app.permissions.ListUsage());
        assertThat(uses).hasSize(1);
        assertThat(uses.getFirst())
                .containsEntry("class", "location")
                .containsEntry("kind", "flatpak")
                .containsEntry("app", MAPS)
                .containsEntry("name", MAPS)
                .containsEntry("state", "paused");
        assertThat(Listening.number(uses.getFirst(), "since")).isGreaterThanOrEqualTo(before);
        assertThat(app.grant()).containsEntry("in-use", true);
        assertThat(app.apps().getFirst()).containsEntry("in-use", true);
    }

    @Test
    void whatThePortalReportedEndsWithIt() {
        report("active");

        served.portal.close();

        Await.until("the end is told", () -> app.uses.contains(told("ended")));
        assertThat(app.permissions.ListUsage()).isEmpty();
        Await.until("it is in the ledger", () -> !stopped().isEmpty());
        assertThat(stopped()).extracting("app").containsExactly(MAPS);
    }

    private List<java.util.Map<String, Object>> stopped() {
        return app.ledger(10, "events", List.of("stopped"), "class", "location");
    }

    @Test
    void wordsThatAreNoneAreInvalid() {
        assertThatThrownBy(() -> report("running")).hasMessageContaining("InvalidArgument");
        assertThatThrownBy(() -> served.decisions.ReportUsage("location", "rpm", MAPS, "active"))
                .hasMessageContaining("InvalidArgument");
        assertThatThrownBy(() -> served.decisions.ReportUsage("../x", "host", MAPS, "active"))
                .hasMessageContaining("InvalidArgument");
        assertThat(app.permissions.ListUsage()).isEmpty();
    }
}
