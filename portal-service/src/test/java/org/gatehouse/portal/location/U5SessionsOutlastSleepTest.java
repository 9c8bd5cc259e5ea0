package org.gatehouse.portal.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.util.Set;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class U5SessionsOutlastSleepTest {

    private static final String LOGIN1 = "org.freedesktop.login1";

    @DBusInterfaceName("org.freedesktop.login1.Manager")
    interface Login1 {

        record PrepareForSleep(boolean start) implements BusSignal {}
    }

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

            sleep(login1, true);
            sleep(login1, false);
            session.geoClue().clients().getFirst().move(49, 9, 1);

            Await.until("an update after the sleep", () -> !app.updates(made).isEmpty());
            assertThat(app.signals("Closed", made)).isEmpty();
            assertThat(app.use("two", "").code()).isZero();
            assertThat(session.backend().count()).isEqualTo(1);
        }
    }

    private static void sleep(BusConnection login1, boolean start) {
        login1.emit("/org/freedesktop/login1", new Login1.PrepareForSleep(start));
    }
}
