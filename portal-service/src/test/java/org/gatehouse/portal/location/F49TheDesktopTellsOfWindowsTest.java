package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.List;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.portal.fake.BackgroundBackend;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F49TheDesktopTellsOfWindowsTest {

    @Test
    void theSessionPausesAndResumesByItsWord() {
        try (var session = new PortalSession();
                var desktop = new BackgroundBackend(session.bus().connect())) {
            session.write(
                    "portals/windows.portal",
                    "[portal]\nDBusName="
                            + BackgroundBackend.NAME
                            + "\nInterfaces=org.freedesktop.impl.portal.Background;\n");
            session.write("portals/portals.conf", "[preferred]\ndefault=scripted;windows;\n");
            session.policy("[while-in-use]\ngrace-seconds = 0\n");
            var store = session.withTerms();
            desktop.state(MAPS, 2);
            session.withPortal();
            var app = session.flatpak(MAPS);
            var running = app.createSession("one", "").path();
            var handle = app.start(running, "one").path();
            session.backend()
                    .next()
                    .answer(
                            0,
                            new Variant<>(List.of(List.of("lifespan", "while-in-use")), "a(ss)"));
            assertThat(app.response(handle)).isZero();
            // the window may be seen a moment after the answer
            Await.until("a source", () -> session.geoClue().isFollowed());
            var client = session.geoClue().clients().getFirst();
            assertThat(client.isActive()).isTrue();

            desktop.state(MAPS, 0);

            Await.until("the source is stopped", () -> !client.isActive());
            Await.until("paused", () -> store.ledger().contains("paused location " + MAPS));
            desktop.state(MAPS, 1);
            Await.until("a source again", () -> session.geoClue().clients().size() == 2);
            assertThat(app.signals("Closed", running)).isEmpty();

            desktop.leave();

            Await.until(
                    "paused again",
                    () ->
                            store.ledger().stream()
                                            .filter(("paused location " + MAPS)::equals)
                                            .count()
                                    == 2);
        }
    }
}
