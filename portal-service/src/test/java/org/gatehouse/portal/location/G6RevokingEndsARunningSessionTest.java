package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class G6RevokingEndsARunningSessionTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    static Stream<List<String>> ways() {
        return Stream.of(
                List.of("SetPermission", "location", "true", "location", MAPS, "['NONE', '0']"),
                List.of("DeletePermission", "location", "location", MAPS),
                List.of("Delete", "location", "location"),
                List.of("Set", "location", "true", "location", "{}", "<byte 0x00>"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void byAnyTool(List<String> way) {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);
            var running = running(session, app);
            var arguments = way.subList(1, way.size()).toArray(String[]::new);

            session.store(way.getFirst(), arguments).succeeded();

            Await.until("closed", AT_ONCE, () -> !app.signals("Closed", running).isEmpty());
            int updates = app.updates(running).size();
            var client = session.geoClue().clients().getFirst();
            client.move(50, 10, 1);
            Await.until("the source is stopped", () -> !client.isActive());
            client.move(51, 11, 1);
            assertThat(app.closeSession(running).error())
                    .isEqualTo("org.freedesktop.DBus.Error.UnknownObject");
            assertThat(app.updates(running)).hasSize(updates);
        }
    }

    @Test
    void anotherAppsSessionGoesOn() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            session.permit("org.example.Other", "EXACT", "0");
            var app = session.flatpak(MAPS);
            var running = running(session, app);

            session.permit("org.example.Other", "NONE", "0");
            session.geoClue().clients().getFirst().move(49, 9, 1);

            Await.until("one more update", () -> app.updates(running).size() == 2);
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    @Test
    void loweringTheLevelAppliesToTheNextUpdate() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = running(session, app);
            var client = session.geoClue().clients().getFirst();

            store.set(MAPS, "CITY", "0");

            Await.until(
                    "GeoClue is asked for less",
                    AT_ONCE,
                    () -> client.property("RequestedAccuracyLevel").toString().equals("4"));
            client.move(48.13743, 11.57549, 3);
            Await.until("another update", () -> app.updates(running).size() == 2);
            assertThat(app.updates(running).getLast())
                    .contains("'Accuracy': <15000.0>")
                    .doesNotContain("48.13743");
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    @Test
    void aStoreThatReturnsWithAnotherDecisionEndsIt() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = running(session, app);

            store.close();
            var another = session.withTerms();
            another.setSilently(MAPS, "NONE", "0");

            Await.until("closed", () -> !app.signals("Closed", running).isEmpty());
        }
    }

    private static String running(PortalSession session, App app) {
        var started = app.use("one", "");
        assertThat(started.code()).isZero();
        session.geoClue().clients().getFirst().move(48.13743, 11.57549, 3);
        Await.until("an update", () -> !app.updates(started.session()).isEmpty());
        return started.session();
    }
}
