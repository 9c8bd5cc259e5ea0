package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.App.PORTAL;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationPortalTest {

    private static final String LOCATION = "org.freedesktop.portal.Location";
    private static final String INVALID = "org.freedesktop.portal.Error.InvalidArgument";
    private static final String DENIED = "org.freedesktop.DBus.Error.AccessDenied";

    private PortalSession session = new PortalSession();
    private App app = session.flatpak(MAPS);

    @BeforeEach
    void permitted() {
        session.withStore().withPortal();
        session.permit(MAPS, "EXACT", "0");
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Nested
    class CreateSession {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "(@a{sv} {},)",
                    "({'session_handle_token': <''>},)",
                    "({'session_handle_token': <'a.b'>},)",
                    "({'session_handle_token': <uint32 1>},)",
                    "({'session_handle_token': <'a'>, 'accuracy': <uint32 6>},)"
                })
        void refuses(String arguments) {
            assertThat(app.call(PORTAL, LOCATION, "CreateSession", arguments).error())
                    .isEqualTo(INVALID);
        }

        @Test
        void readsItsOptionsLeniently() {
            var made = app.createSession("a", ", 'accuracy': <'much'>, 'colour': <'red'>");

            assertThat(made.path()).endsWith("/a");
        }

        @Test
        void givesATakenTokenOneMoreElement() {
            var first = app.createSession("a", "").path();

            var second = app.createSession("a", "").path();

            assertThat(second).startsWith(first + "/");
            assertThat(app.closeSession(first).error()).isEmpty();
            assertThat(app.closeSession(second).error()).isEmpty();
        }

        @Test
        void refusesArgumentsOfAnotherType() {
            assertThat(app.call(PORTAL, LOCATION, "CreateSession", "('x',)").error())
                    .isEqualTo("org.freedesktop.DBus.Error.InvalidArgs");
        }

        @Test
        void refusesTheSixtyFifthSession() {
            for (int n = 0; n < 64; n++) {
                app.createSession("s" + n, "").path();
            }

            var refused = app.createSession("more", "");

            assertThat(refused.error()).isEqualTo("org.freedesktop.portal.Error.Failed");
            assertThat(refused.message()).contains("64 live sessions");
        }
    }

    @Nested
    class Start {

        @Test
        void refusesASessionThatIsNotThere() {
            var path = "/org/freedesktop/portal/desktop/session/1_1/nobody";

            assertThat(app.start(path, "a").error()).isEqualTo(DENIED);
        }

        @Test
        void refusesAnotherCallersSession() {
            var other = session.flatpak(MAPS);

            assertThat(other.start(app.createSession("a", "").path(), "a").error())
                    .isEqualTo(DENIED);
        }

        @Test
        void startsOnce() {
            var started = app.use("a", "").session();

            var again = app.start(started, "b");

            assertThat(again.error()).isEqualTo("org.freedesktop.DBus.Error.Failed");
            assertThat(again.message()).contains("Can only start once");
        }

        @Test
        void endsWithItsSession() {
            session.store("Delete", "location", "location").succeeded();
            var made = app.createSession("a", "").path();
            var handle = app.start(made, "a").path();
            var dialog = session.backend().next();

            app.closeSession(made);

            assertThat(app.response(handle)).isEqualTo(2);
            Await.until("the dialog goes", dialog::isClosed);
        }

        @Test
        void refusesABadToken() {
            assertThat(app.start(app.createSession("a", "").path(), "a/b").error())
                    .isEqualTo(INVALID);
        }

        @Test
        void passesOnWhatIsWanted() {
            var options =
                    ", 'accuracy': <uint32 3>, 'distance-threshold': <uint32 50>,"
                            + " 'time-threshold': <uint32 7>";

            app.use("a", options);

            var client = session.geoClue().clients().getFirst();
            assertThat(client.property("DesktopId")).isEqualTo("xdg-desktop-portal");
            assertThat(client.property("DistanceThreshold")).hasToString("50");
            assertThat(client.property("TimeThreshold")).hasToString("7");
            assertThat(client.property("RequestedAccuracyLevel")).hasToString("5");
        }

        @Test
        void answersTwoWhereGeoClueRefuses() {
            session.geoClue().refuse();

            assertThat(app.use("a", "").code()).isEqualTo(2);
        }
    }

    @Nested
    class Updates {

        @Test
        void goToTheirSessionOnlyWithEveryKey() {
            var bystander = session.host();
            var first = app.use("a", "").session();
            var second = app.use("b", "").session();

            session.geoClue().clients().getFirst().moveNowhere();
            session.geoClue().clients().getFirst().move(48.5, 11.25, 3);

            Await.until("an update", () -> !app.updates(first).isEmpty());
            assertThat(app.updates(first)).hasSize(1);
            assertThat(app.updates(first).getFirst())
                    .contains("'Latitude': <48.5>", "'Longitude': <11.25>", "'Accuracy': <3.0>")
                    .contains("'Altitude': <-1.797693134862315", "'Speed': <1.5>")
                    .contains("'Heading': <-1.0>", "'Description': <'a place'>")
                    .contains("'Timestamp': <(uint64 1700000000, uint64 5)>");
            assertThat(app.updates(second)).isEmpty();
            assertThat(bystander.signals("LocationUpdated", "")).isEmpty();
        }

        @Test
        void endWithTheSession() {
            var running = app.use("a", "").session();
            var client = session.geoClue().clients().getFirst();

            assertThat(app.closeSession(running).error()).isEmpty();

            Await.until("the source is stopped", () -> !client.isActive());
            client.move(1, 1, 1);
            assertThat(app.createSession("b", "").error()).isEmpty();
            assertThat(app.updates(running)).isEmpty();
            assertThat(app.signals("Closed", running)).isEmpty();
        }
    }

    @Nested
    class Lockdown {

        @Test
        void switchesLocationOffAndOn() {
            var before = app.createSession("a", "").path();
            session.backend().lock("disable-location", true);
            Await.until("locked", () -> !app.createSession("b", "").error().isEmpty());

            var refused = app.start(before, "a");

            assertThat(refused.error()).isEqualTo("org.freedesktop.portal.Error.NotAllowed");
            assertThat(refused.message()).contains("Location services disabled");
            session.backend().lock("disable-location", false);
            Await.until("unlocked", () -> app.createSession("c", "").error().isEmpty());
        }
    }

    @Nested
    class Backends {

        @Test
        void thatDieDuringADialogGiveTwoWithinASecond() {
            session.store("Delete", "location", "location").succeeded();
            var handle = app.start(app.createSession("a", "").path(), "a").path();
            session.backend().next();

            long before = System.nanoTime();
            session.newBackend();

            assertThat(app.response(handle)).isEqualTo(2);
            assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
            assertThat(session.rows()).isEmpty();
        }

        @Test
        void thatAnswerAnUnknownCodeCountAsEndedOtherwise() {
            session.store("Delete", "location", "location").succeeded();
            var handle = app.start(app.createSession("a", "").path(), "a").path();

            session.backend().next().answer(7, new Variant<>(""));

            assertThat(app.response(handle)).isEqualTo(1);
            assertThat(session.rows()).isEmpty();
        }
    }
}
