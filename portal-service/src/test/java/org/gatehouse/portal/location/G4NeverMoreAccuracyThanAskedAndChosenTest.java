package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G4NeverMoreAccuracyThanAskedAndChosenTest {

    private static final String CITY = ", 'accuracy': <uint32 2>";

    @Test
    void cityAskedAndGrantedIsCityAndExactIsAskedForAnew() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);
            var first = app.start(app.createSession("one", CITY).path(), "one").path();
            session.backend().next().allow();
            assertThat(app.response(first)).isZero();
            assertThat(store.row(MAPS)).startsWith("CITY");

            app.start(app.createSession("two", "").path(), "two");
            var asked = session.backend().next().asked();

            assertThat(asked.body()).contains("more than it was allowed", "city", "Precise");
            assertThat(app.use("three", CITY).code()).isZero();
        }
    }

    @Test
    void theReferenceStoreMakesNoDifference() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var first = app.start(app.createSession("one", CITY).path(), "one").path();
            session.backend().next().allow();
            assertThat(app.response(first)).isZero();
            assertThat(session.rows()).contains("'CITY'");

            app.start(app.createSession("two", "").path(), "two");

            assertThat(session.backend().next().asked().body())
                    .contains("more than it was allowed");
        }
    }

    @Test
    void refusingMoreKeepsWhatThereWasAndIsNotAskedAgain() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);
            app.start(app.createSession("one", CITY).path(), "one");
            session.backend().next().allow();
            var more = app.start(app.createSession("two", "").path(), "two").path();

            session.backend().next().refuse();

            assertThat(app.response(more)).isEqualTo(1);
            assertThat(store.row(MAPS)).startsWith("CITY");
            assertThat(app.use("three", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(2);
        }
    }

    @Test
    void aLevelThatAToolWroteIsUsedWithoutAQuestion() {
        try (var session = new PortalSession().withStore().withPortal()) {
            session.permit(MAPS, "CITY", "0");
            var app = session.flatpak(MAPS);

            var started = app.use("one", "");

            assertThat(started.code()).isZero();
            assertThat(session.backend().count()).isZero();
            assertThat(session.geoClue().clients().getFirst().property("RequestedAccuracyLevel"))
                    .hasToString("4");
        }
    }

    @Test
    void aRowThatNobodyUnderstandsIsAskedAboutAndToldOf() {
        try (var session = new PortalSession()) {
            var store = session.withTerms();
            store.set(MAPS, "EVERYTHING", "0");
            session.withPortal();
            var app = session.flatpak(MAPS);

            app.start(app.createSession("one", "").path(), "one");

            session.backend().next();
            assertThat(store.row(MAPS)).containsExactly("EVERYTHING", "0");
            Await.until(
                    "a record",
                    () -> store.ledger().stream().anyMatch(r -> r.startsWith("changed")));
        }
    }
}
