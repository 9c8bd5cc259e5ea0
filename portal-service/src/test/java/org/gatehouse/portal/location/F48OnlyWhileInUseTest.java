package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.fake.Store;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Grants that count only while the app is in use, on a real X server: F47 to F50, I1.
class F48OnlyWhileInUseTest {

    private static final String GRACE = "[while-in-use]\ngrace-seconds = 1\n";

    @Test
    void theSessionPausesWithTheWindowAndResumesWithIt() {
        try (var session = new PortalSession()) {
            var store = prepared(session);
            var app = session.flatpak(MAPS);
            app.window("open");
            var running = answered(session, app);
            // the window may be seen a moment after the answer
            Await.until("a source", () -> session.geoClue().isFollowed());
            var first = session.geoClue().clients().getFirst();
            first.move(48, 11, 3);
            Await.until("an update", () -> app.updates(running).size() == 1);

            app.window("hide");

            Await.until("the source is stopped", () -> !first.isActive());
            first.move(49, 11, 3);
            Await.until("paused", () -> store.ledger().contains("paused location " + MAPS));
            app.window("show");
            Await.until("another client", () -> session.geoClue().clients().size() == 2);
            Await.until("a source again", () -> session.geoClue().clients().getLast().isActive());
            session.geoClue().clients().getLast().move(50, 11, 3);
            Await.until("another update", () -> app.updates(running).size() == 2);
            assertThat(app.updates(running).getLast()).contains("'Latitude': <50.0>");
            assertThat(app.signals("Closed", running)).isEmpty();
            assertThat(store.term("flatpak", MAPS, "lifespan")).isEqualTo("while-in-use");
            assertThat(store.ledger())
                    .containsSubsequence(
                            "paused " + MAPS + " not in use", "resumed " + MAPS + " in use again");
        }
    }

    @Test
    void aSessionThatStartsBeforeTheWindowWaitsForIt() {
        try (var session = new PortalSession()) {
            prepared(session);
            var first = session.flatpak(MAPS);
            first.window("open");
            first.closeSession(answered(session, first));
            first.close();
            Await.until("no client is left", () -> session.geoClue().deleted().size() == 1);
            var app = session.flatpak(MAPS);
            // the window of the first run counts for as long as the grace period
            Await.until(
                    "not in use",
                    () -> {
                        int before = session.geoClue().clients().size();
                        var brief = app.use("n" + System.nanoTime(), "");
                        assertThat(brief.code()).isZero();
                        app.closeSession(brief.session());
                        return session.geoClue().clients().size() == before;
                    });
            int clients = session.geoClue().clients().size();
            var waiting = app.use("waits", "");
            assertThat(waiting.code()).isZero();
            assertThat(session.geoClue().clients()).hasSize(clients);

            app.window("open");

            Await.until("a source", () -> session.geoClue().clients().size() == clients + 1);
            var client = session.geoClue().clients().getLast();
            Await.until("started", client::isActive);
            client.move(48, 11, 3);
            Await.until("an update", () -> app.updates(waiting.session()).size() == 1);
        }
    }

    @Test
    void anotherAppsWindowDoesNotCount() {
        try (var session = new PortalSession()) {
            var store = prepared(session);
            var app = session.flatpak(MAPS);
            app.window("open");
            answered(session, app);
            var other = session.flatpak("org.example.Other");
            other.window("open");

            app.window("close");

            Await.until("paused", () -> store.ledger().contains("paused location " + MAPS));
        }
    }

    @Test
    void aScreenThatDiesPausesAndEndsNothingElse() {
        try (var session = new PortalSession()) {
            var store = prepared(session);
            var app = session.flatpak(MAPS);
            app.window("open");
            var running = answered(session, app);

            session.screen().destroyForcibly();

            Await.until("paused", () -> store.ledger().contains("paused location " + MAPS));
            assertThat(session.flatpak("org.example.Other").createSession("o", "").error())
                    .isEmpty();
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    @Test
    void useInTheBackgroundIsFlagged() {
        try (var session = new PortalSession()) {
            var store = prepared(session);
            store.set(MAPS, "EXACT", "0");

            assertThat(session.flatpak(MAPS).use("one", "").code()).isZero();

            Await.until(
                    "a flag in the ledger",
                    () -> store.ledger().contains("used " + MAPS + " used in the background"));
        }
    }

    private static Store prepared(PortalSession session) {
        var store = session.withTerms();
        session.withScreen();
        session.policy(GRACE);
        session.withPortal();
        return store;
    }

    private static String answered(PortalSession session, App app) {
        var made = app.createSession("one", "").path();
        var handle = app.start(made, "one").path();
        var dialog = session.backend().next();
        assertThat(dialog.asked().choices()).contains("while-in-use");
        dialog.answer(0, new Variant<>(List.of(List.of("lifespan", "while-in-use")), "a(ss)"));
        assertThat(app.response(handle)).isZero();
        return made;
    }
}
