package org.gatehouse.portal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.App.PORTAL;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.time.Duration;
import java.util.ArrayList;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final String DENIED = "org.freedesktop.DBus.Error.AccessDenied";
    private static final String FAILED = "org.freedesktop.portal.Error.Failed";
    private static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    private PortalSession session = new PortalSession();
    private App app = session.flatpak(MAPS);

    @BeforeEach
    void start() {
        session.withStore().withPortal();
    }

    @AfterEach
    void end() {
        session.close();
    }

    @Test
    void answerToNobodyButTheirCaller() {
        var made = app.createSession("a", "").path();
        var handle = app.start(made, "a").path();
        var other = session.flatpak(MAPS);

        assertThat(other.closeRequest(handle).error()).isEqualTo(DENIED);
        assertThat(other.closeSession(made).error()).isEqualTo(DENIED);
        session.backend().next().allow();
        assertThat(app.response(handle)).isZero();
        assertThat(other.signals("Response", "")).isEmpty();
    }

    @Test
    void canBeIntrospectedUntilTheyAreOver() {
        var made = app.createSession("a", "").path();
        var handle = app.start(made, "a").path();

        assertThat(introspected(handle).value()).contains("org.freedesktop.portal.Request");
        assertThat(introspected(made).value()).contains("org.freedesktop.portal.Session");
        session.backend().next().allow();
        app.response(handle);
        assertThat(app.closeRequest(handle).error())
                .isEqualTo("org.freedesktop.DBus.Error.UnknownObject");
    }

    @Test
    void areLimitedPerConnectionAndTheRefusalIsImmediate() {
        var sessions = new ArrayList<String>();
        for (int n = 0; n < 33; n++) {
            sessions.add(app.createSession("s" + n, "").path());
        }
        for (int n = 0; n < 32; n++) {
            assertThat(app.start(sessions.get(n), "r" + n).error()).isEmpty();
        }

        var refused = app.start(sessions.getLast(), "more");

        assertThat(refused.error()).isEqualTo(FAILED);
        assertThat(refused.message()).contains("32 live requests");
        session.backend().next().allow();
        Await.until("room again", () -> app.start(sessions.getLast(), "more").error().isEmpty());
    }

    @Test
    void areLimitedInTheirRate() {
        var calls = new ArrayList<Integer>();
        for (int n = 0; n < 1_000; n++) {
            calls.add(
                    app.send(
                            PORTAL,
                            "org.freedesktop.portal.Location",
                            "CreateSession",
                            "(@a{sv} {},)"));
        }

        var messages = calls.stream().map(call -> app.answer(call).message()).toList();

        assertThat(messages)
                .filteredOn(each -> each.contains("Missing token"))
                .hasSizeGreaterThan(399);
        assertThat(messages).anyMatch(each -> each.contains("200 calls a second"));
        assertThat(
                        app.call(
                                        PORTAL,
                                        PROPERTIES,
                                        "Get",
                                        "('org.freedesktop.portal.Location', 'version')")
                                .value())
                .contains("uint32 1");
    }

    @Test
    void leaveTheirPropertiesReadOnly() {
        var set =
                app.call(
                        PORTAL,
                        PROPERTIES,
                        "Set",
                        "('org.freedesktop.portal.Location', 'version', <uint32 9>)");

        assertThat(set.error()).isEqualTo("org.freedesktop.DBus.Error.PropertyReadOnly");
    }

    @Test
    void endWithAPortalThatStops() {
        var running = app.createSession("a", "").path();
        app.start(running, "a").path();
        var dialog = session.backend().next();

        session.stopPortal();

        Await.until("the dialog goes", Duration.ofSeconds(2), dialog::isClosed);
        Await.until("closed", () -> !app.signals("Closed", running).isEmpty());
    }

    @Test
    void refuseAFourthTryAfterThreeRefusals() {
        for (var token : new String[] {"a", "b", "c"}) {
            var handle = app.start(app.createSession(token, "").path(), token).path();
            session.backend().next().dismiss();
            assertThat(app.response(handle)).isEqualTo(1);
        }

        assertThat(app.use("d", "").code()).isEqualTo(2);
        assertThat(session.backend().count()).isEqualTo(3);
    }

    private App.Answer introspected(String path) {
        return app.call(path, INTROSPECTABLE, "Introspect", "()");
    }
}
