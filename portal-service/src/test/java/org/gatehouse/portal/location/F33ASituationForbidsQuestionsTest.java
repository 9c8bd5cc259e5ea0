package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.junit.jupiter.api.Test;

class F33ASituationForbidsQuestionsTest {

    @Test
    void nobodyIsAskedNothingIsStoredAndTheQuestionWaits() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.situations("driving");
            session.withPortal();
            var app = session.flatpak(MAPS);

            assertThat(app.use("one", "").code()).isEqualTo(2);

            assertThat(session.backend().count()).isZero();
            assertThat(store.row(MAPS)).isEmpty();
            assertThat(store.deferred())
                    .containsExactly(
                            "location flatpak " + MAPS + " exact driving Shows the way home");
        }
    }

    @Test
    void aSituationTakesNothingAway() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EXACT", "0");
            session.withPortal();
            store.situations("locked");

            assertThat(session.flatpak(MAPS).use("one", "").code()).isZero();
        }
    }

    @Test
    void whenItEndsTheNextCallAsks() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            store.situations("presentation");
            var app = session.flatpak(MAPS);
            assertThat(app.use("one", "").code()).isEqualTo(2);

            store.situations();
            app.start(app.createSession("two", "").path(), "two");

            assertThat(session.backend().next().asked().app()).isEqualTo(MAPS);
        }
    }
}
