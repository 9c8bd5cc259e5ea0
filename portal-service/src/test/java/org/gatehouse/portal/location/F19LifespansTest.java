package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F19LifespansTest {

    @Test
    void onceIsForThatSessionAndAskedAgain() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);

            answered(session, app, "one", "once");

            assertThat(store.row(MAPS)).isEmpty();
            answered(session, app, "two", "once");
            assertThat(session.backend().count()).isEqualTo(2);
        }
    }

    @Test
    void onceIsNotEndedByWhatConcernsOthersButByANo() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = answered(session, app, "one", "once");

            store.set("org.example.Other", "NONE", "0");
            answered(session, app, "two", "once");
            assertThat(app.signals("Closed", "")).isEmpty();
            store.set(MAPS, "NONE", "0");

            Await.until("closed", () -> !app.signals("Closed", running).isEmpty());
        }
    }

    @Test
    void untilLogoutIsRememberedAsThat() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);

            answered(session, app, "one", "session");

            assertThat(store.term("flatpak", MAPS, "lifespan")).isEqualTo("session");
            assertThat(store.term("flatpak", MAPS, "decided-by")).isEqualTo("person");
            assertThat(store.term("flatpak", MAPS, "reason")).isEqualTo("Shows the way home");
            assertThat(app.use("two", "").code()).isZero();
        }
    }

    @Test
    void aStoreWithoutLifespansIsNotGivenMoreThanWasSaid() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            var running = answered(session, app, "one", "session");

            assertThat(session.rows()).isEmpty();
            session.permit("org.example.Other", "NONE", "0");
            answered(session, app, "two", "session");
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    private static String answered(PortalSession session, App app, String token, String lifespan) {
        var made = app.createSession(token, "").path();
        var handle = app.start(made, token).path();
        session.backend()
                .next()
                .answer(0, new Variant<>(List.of(List.of("lifespan", lifespan)), "a(ss)"));
        assertThat(app.response(handle)).isZero();
        return made;
    }
}
