package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.Map;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G19MissingServicesAreSurvivableTest {

    @Test
    void withoutASystemBusTheResponseIsTwoAndTheNextCallIsServed() {
        try (var session = new PortalSession().withStore().withPortal(Map.of())) {
            session.permit(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);

            assertThat(app.use("one", "").code()).isEqualTo(2);
            assertThat(app.use("two", "").code()).isEqualTo(2);
        }
    }

    @Test
    void withoutGeoClueTheResponseIsTwoAndTheNextCallIsServed() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "EXACT", "0");
            session.geoClue().close();
            var app = session.flatpak(MAPS);

            assertThat(app.use("one", "").code()).isEqualTo(2);
            assertThat(app.use("two", "").code()).isEqualTo(2);
        }
    }

    @Test
    void withoutAStoreTheAnswerIsUsedButNotKept() {
        try (var session = new PortalSession().withPortal()) {
            var app = session.flatpak(MAPS);
            for (var token : new String[] {"one", "two"}) {
                var handle = app.start(app.createSession(token, "").path(), token).path();
                session.backend().next().allow();
                assertThat(app.response(handle)).isZero();
            }
        }
    }

    @Test
    void withoutAStoreNotEvenAHostProgramIsLetInUnasked() {
        try (var session = new PortalSession().withPortal()) {
            var program = session.host();

            program.start(program.createSession("one", "").path(), "one");

            assertThat(session.backend().next().asked().app()).isEmpty();
        }
    }

    @Test
    void aPositionThatThePersonWroteDownServesWhereGeoClueIsAbsent() {
        try (var session = new PortalSession().withStore().withPortal(Map.of())) {
            session.write(
                    "config/gatehouse/position",
                    "[position]\nlatitude=48.137\nlongitude=11.575\naltitude=519\naccuracy=20\n");
            session.permit(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);

            var started = app.use("one", "");

            assertThat(started.code()).isZero();
            Await.until("an update", () -> !app.updates(started.session()).isEmpty());
            assertThat(app.updates(started.session()).getFirst())
                    .contains("'Latitude': <48.137", "'Altitude': <519.0>", "'Speed': <-1.0>");
        }
    }
}
