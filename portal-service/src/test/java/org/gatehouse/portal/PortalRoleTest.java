package org.gatehouse.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.portal.testing.App;
import org.gatehouse.portal.testing.PortalSession;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;

class PortalRoleTest {

    private static final String LOCATION = "org.freedesktop.portal.Location";

    @Test
    void servesBothPortalsAndTellsTheirVersions() {
        try (var session = new PortalSession().withStore().withPortal()) {
            var program = session.host();

            assertThat(version(program, LOCATION)).contains("uint32 1");
            assertThat(version(program, "org.freedesktop.host.portal.Registry"))
                    .contains("uint32 1");
        }
    }

    @Test
    void doesNotServeAPortalWithoutItsBackend() {
        try (var session = new PortalSession()) {
            session.write("portals/portals.conf", "[preferred]\ndefault=none\n");
            session.withPortal();

            assertThat(version(session.host(), LOCATION))
                    .contains("org.freedesktop.DBus.Error.UnknownInterface");
        }
    }

    @Test
    void endsWithOneWhereTheNameIsTaken() throws Exception {
        try (var bus = PrivateBus.start();
                var first = PortalRole.start(settings(bus, false))) {

            assertThatThrownBy(() -> PortalRole.start(settings(bus, false)))
                    .isInstanceOfSatisfying(
                            RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(1));
            assertThat(first.ended()).isNotDone();
        }
    }

    @Test
    void endsWithTwoWithoutASessionBus() {
        var nowhere =
                new RoleSettings(
                        Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"),
                        false,
                        false);

        assertThatThrownBy(() -> PortalRole.start(nowhere))
                .isInstanceOfSatisfying(
                        RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(2));
    }

    @Test
    void givesTheNameUpToOneThatReplacesIt() throws Exception {
        try (var bus = PrivateBus.start();
                var first = PortalRole.start(settings(bus, true));
                var second = PortalRole.start(settings(bus, true))) {

            assertThat(first.ended().get(5, TimeUnit.SECONDS)).isZero();
            assertThat(second.ended()).isNotDone();
        }
    }

    @Test
    void endsCleanlyWithItsBus() throws Exception {
        var bus = PrivateBus.start();
        try (var role = PortalRole.start(settings(bus, false))) {
            bus.close();

            assertThat(role.ended().get(5, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void hasALineForEveryModule() throws Exception {
        var listed =
                Stream.of(Portals.shared(), Portals.all())
                        .flatMap(List::stream)
                        .map(each -> each.getClass().getName())
                        .toList();
        var classes = Path.of("target/classes/org/gatehouse/portal");
        try (Stream<Path> files = Files.walk(classes)) {
            var modules =
                    files.map(Path::toString)
                            .filter(file -> file.endsWith("Module.class"))
                            .map(file -> file.substring(file.indexOf("org/gatehouse")))
                            .map(file -> file.replace(".class", "").replace('/', '.'))
                            .filter(name -> !name.endsWith(".PortalModule"))
                            .toList();

            assertThat(listed).containsExactlyInAnyOrderElementsOf(modules);
        }
    }

    @Test
    void leavesNothingOfItsCallersBehind() {
        try (var session = new PortalSession().withStore().withPortal()) {
            for (int n = 0; n < 5; n++) {
                var program = session.host();
                program.use("one", "");
                program.kill();
            }

            Await.until(
                    "every client of GeoClue is given back",
                    () -> session.geoClue().deleted().size() == 5);
        }
    }

    private static String version(App app, String interfaceName) {
        var answer =
                app.call(
                        App.PORTAL,
                        "org.freedesktop.DBus.Properties",
                        "Get",
                        "('%s', 'version')".formatted(interfaceName));
        return answer.value() + answer.error();
    }

    private static RoleSettings settings(PrivateBus bus, boolean replace) {
        return new RoleSettings(bus.environment(), replace, false);
    }
}
