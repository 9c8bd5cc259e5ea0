package org.gatehouse.portal.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.testing.PortalSession.MAPS;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.freedesktop.login1.Manager;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.portal.fake.GeoClue;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SleepWatchTest {

    private static final String LOGIN1 = "org.freedesktop.login1";

    private final PortalSession session = new PortalSession();
    private final Path socket = session.bus().folder().resolve("late/system-bus");
    private final String address = "unix:path=" + socket;

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aSystemBusThatComesLaterIsHeard() {
        var app = start();

        var daemon = systemBus();
        var geoClue = new GeoClue(connect());
        use(app, "one");

        awaitRest(geoClue);
        daemon.destroyForcibly();
    }

    @Test
    void oneThatReturnsIsHeardAgainAndNobodySleepsMeanwhile() throws InterruptedException {
        var app = start();
        var first = systemBus();
        var before = new GeoClue(connect());
        use(app, "one");
        awaitRest(before);

        first.destroyForcibly().waitFor();
        var second = systemBus();
        var after = new GeoClue(connect());

        use(app, "two");
        awaitRest(after);
        second.destroyForcibly();
    }

    private App start() {
        session.write("late/here", "");
        session.withStore().withPortal(Map.of("DBUS_SYSTEM_BUS_ADDRESS", address));
        session.permit(MAPS, "EXACT", "0");
        return session.flatpak(MAPS);
    }

    private Process systemBus() {
        var bus =
                session.bus().spawn("dbus-daemon", "--session", "--nofork", "--address=" + address);
        session.atEnd(bus::destroyForcibly);
        return bus;
    }

    private BusConnection connect() {
        Await.until("the system bus listens", this::listens);
        return BusConnection.open(BusAddress.of(address));
    }

    private boolean listens() {
        try {
            BusConnection.open(BusAddress.of(address)).close();
            return true;
        } catch (BusException e) {
            return false;
        }
    }

    private static void use(App app, String token) {
        assertThat(app.use(token, "").code()).isZero();
    }

    /// The portal may hear of the bus a moment after it has come.
    private void awaitRest(GeoClue geoClue) {
        try (var login1 = connect()) {
            assertThat(login1.requestName(LOGIN1, Set.of())).isTrue();
            Await.until(
                    "the source rests",
                    () -> {
                        login1.emit("/org/freedesktop/login1", new Manager.PrepareForSleep(true));
                        return geoClue.clients().stream().noneMatch(each -> each.isActive());
                    });
        }
        Await.until(
                "whoever said that it sleeps has gone",
                () -> geoClue.clients().stream().anyMatch(each -> each.isActive()));
    }
}
