package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.Set;
import org.freedesktop.login1.Manager;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class U5SessionsOutlastSleepTest {

    private static final String LOGIN1 = "org.freedesktop.login1";

    @Test
    void theSessionGoesOnAndNobodyIsAskedAgain() {
        try (var session = new PortalSession().withStore().withPortal();
                var login1 = session.onSystemBus()) {
            assertThat(login1.requestName(LOGIN1, Set.of())).isTrue();
            var app = session.flatpak(MAPS);
            var made = app.createSession("one", "").path();
            var handle = app.start(made, "one").path();
            session.backend().next().allow();
            assertThat(app.response(handle)).isZero();

            var before = session.geoClue().clients().getFirst();
            Await.until(
                    "the source rests",
                    () -> {
                        // the portal begins to listen a moment after it has started
                        sleep(login1, true);
                        return !before.isActive();
                    });
            sleep(login1, false);
            Await.until(
                    "the source is asked again",
                    () -> session.geoClue().clients().stream().anyMatch(each -> each.isActive()));
            session.geoClue().clients().getLast().move(49, 9, 1);

            Await.until("an update after the sleep", () -> !app.updates(made).isEmpty());
            assertThat(app.signals("Closed", made)).isEmpty();
            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    private static void sleep(BusConnection login1, boolean start) {
        login1.emit("/org/freedesktop/login1", new Manager.PrepareForSleep(start));
    }
}
