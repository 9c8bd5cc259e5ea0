package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.fake.Desktop;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F34QuestionsWaitAndAreAnsweredLaterTest {

    private static final String OTHER = "org.example.Other";

    @Test
    void oneNoticeTellsOfThemAndTheAnswerCounts() {
        try (var session = new PortalSession();
                var desktop = new Desktop(session.bus().connect())) {
            var store = session.withTerms();
            session.withPortal();
            store.situations("driving");
            var app = session.flatpak(MAPS);
            assertThat(app.use("one", "").code()).isEqualTo(2);
            assertThat(session.flatpak(OTHER).use("one", "").code()).isEqualTo(2);

            store.situations();

            Await.until("a notice", () -> !desktop.notices().isEmpty());
            assertThat(desktop.notices()).containsExactly("2 questions waited");
            desktop.press(1);
            Await.until("the settings", () -> !desktop.opened().isEmpty());
            assertThat(desktop.opened()).containsExactly("show-deferred []");
            store.set(MAPS, "EXACT", "0");
            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isZero();
        }
    }

    @Test
    void nothingIsToldWhereNothingWaits() {
        try (var session = new PortalSession();
                var desktop = new Desktop(session.bus().connect())) {
            var store = session.withTerms();
            session.policy("[indicator]\nnotify = \"always\"\n");
            session.withPortal();
            store.situations("driving");
            store.set(MAPS, "EXACT", "0");
            var app = session.flatpak(MAPS);
            assertThat(app.use("one", "").code()).isZero();

            store.situations();
            assertThat(app.use("two", "").code()).isZero();
            app.kill();

            // notices are shown in order: a further one shows that there was none in between
            var again = session.flatpak(MAPS);
            assertThat(again.use("three", "").code()).isZero();
            Await.until("two notices of use", () -> desktop.notices().size() >= 2);
            assertThat(desktop.notices()).containsOnly("Maps is using your location");
        }
    }
}
