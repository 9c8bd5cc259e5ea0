package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// What an administrator lays down, N13, reaches what runs already, as F42 demands of every tool.
class N13AnythingCanBeSetToNeverTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void aLockedRefusalEndsWhatRunsAndBeatsWhatIsStored() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = app.use("one", "").session();

            var file =
                    session.administratorsPolicy(
                            "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\nlocked = true\n");

            Await.until("closed", AT_ONCE, () -> !app.signals("Closed", running).isEmpty());
            assertThat(app.use("two", "").code()).isEqualTo(1);
            assertThat(store.row(MAPS)).containsExactly("EXACT", "0");
            assertThat(file.toFile().delete()).isTrue();
            Await.until("reinstated", () -> app.use("n" + System.nanoTime(), "").code() == 0);
            assertThat(session.backend().count()).isZero();
        }
    }

    @Test
    void aLowerLevelAppliesToWhatRuns() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = app.use("one", "").session();
            var client = session.geoClue().clients().getFirst();

            session.policy("[[rule]]\nclass = \"location\"\nmax-accuracy = \"city\"\n");

            Await.until(
                    "GeoClue is asked for less",
                    AT_ONCE,
                    () -> client.property("RequestedAccuracyLevel").toString().equals("4"));
            client.move(48.13743, 11.57549, 3);
            Await.until("an update", () -> !app.updates(running).isEmpty());
            assertThat(app.updates(running).getLast()).contains("'Accuracy': <15000.0>");
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    @Test
    void whatWasAllowedByPolicyEndsWithIt() {
        try (var session = new PortalSession()) {
            session.withTerms();
            var file =
                    session.administratorsPolicy(
                            "[[rule]]\nclass = \"location\"\nverdict = \"allow\"\n");
            session.withPortal();
            var app = session.flatpak(MAPS);
            var started = app.use("one", "");
            assertThat(started.code()).isZero();

            assertThat(file.toFile().delete()).isTrue();

            Await.until(
                    "closed", AT_ONCE, () -> !app.signals("Closed", started.session()).isEmpty());
        }
    }

    @Test
    void aBrokenFileWidensNothing() {
        try (var session = new PortalSession()) {
            session.withTerms();
            session.policy("[[rule]]\nclass = \"location\"\nverdict = \"allow\"\n");
            session.administratorsPolicy("[[rule]]\nclass = \"location\"\nverdict = deny\n");
            session.withPortal();
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEqualTo(MAPS);
        }
    }
}
