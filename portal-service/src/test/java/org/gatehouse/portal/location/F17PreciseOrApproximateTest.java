package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

/// Rows F17, N2 and S31: the person separates precise from approximate.
class F17PreciseOrApproximateTest {

    private static final Variant<?> CITY =
            new Variant<>(List.of(List.of("accuracy", "city")), "a(ss)");
    private static final Variant<?> CITY_AS_GTK_SAYS_IT =
            new Variant<>(Map.of("accuracy", "city"), "a{ss}");
    private static final Variant<?> EXACT =
            new Variant<>(List.of(List.of("accuracy", "exact")), "a(ss)");
    private static final Variant<?> NONSENSE =
            new Variant<>(List.of(List.of("accuracy", "everything")), "a(ss)");

    @Test
    void theChoiceOfTheCityIsStoredAndGivesCoarseFixes() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);

            var running = granted(session, app, CITY);

            assertThat(session.rows()).contains("'CITY'");
            session.geoClue().clients().getFirst().move(48.13743, 11.57549, 3);
            Await.until("an update", () -> !app.updates(running).isEmpty());
            assertThat(app.updates(running).getFirst())
                    .contains("'Accuracy': <15000.0>", "'Description': <''>", "'Speed': <-1.0>")
                    .doesNotContain("48.13743", "11.57549");
        }
    }

    @Test
    void choicesMayComeAsADictionary() {
        try (var session = new PortalSession().withStore().withPortal()) {
            granted(session, session.flatpak(MAPS), CITY_AS_GTK_SAYS_IT);

            assertThat(session.rows()).contains("'CITY'");
        }
    }

    @Test
    void theSameQuestionIsNotAskedAgainAfterTheCoarserChoice() {
        try (var session = new PortalSession()) {
            session.withTerms();
            session.withPortal();
            var app = session.flatpak(MAPS);

            granted(session, app, CITY);

            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    @Test
    void aBackendCannotGrantMoreThanWasAsked() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var made = app.createSession("one", ", 'accuracy': <uint32 2>").path();
            var handle = app.start(made, "one").path();

            session.backend().next().answer(0, EXACT);

            assertThat(app.response(handle)).isZero();
            assertThat(session.rows()).contains("'CITY'").doesNotContain("'EXACT'");
        }
    }

    @Test
    void aChoiceThatWasNotOfferedIsNoAnswer() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            var handle = app.start(app.createSession("one", "").path(), "one").path();

            session.backend().next().answer(0, NONSENSE);

            assertThat(app.response(handle)).isEqualTo(2);
            assertThat(session.rows()).isEmpty();
        }
    }

    @Test
    void whoAsksForTheCityIsNotOfferedMore() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var app = session.flatpak(MAPS);
            app.start(app.createSession("one", ", 'accuracy': <uint32 2>").path(), "one");

            var choices = session.backend().next().asked().choices();

            assertThat(choices).contains("city", "country", "once", "session", "always");
            assertThat(choices).doesNotContain("exact", "street", "neighborhood");
        }
    }

    private static String granted(PortalSession session, App app, Variant<?> choices) {
        var made = app.createSession("one", "").path();
        var handle = app.start(made, "one").path();
        session.backend().next().answer(0, choices);
        assertThat(app.response(handle)).isZero();
        return made;
    }
}
