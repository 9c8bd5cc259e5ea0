package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;
import org.gatehouse.testing.ProcessResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Real callers on a private bus.
class CallerIdentitiesTest {

    private static final String MAPS =
            "[Application]\nname=org.example.Maps\n[Instance]\ninstance-id=4711\n";

    @Test
    void areKnownFromTheFirstCallUntilThePeerLeaves() {
        try (var mirror = Mirror.start()) {
            var peer = mirror.session().connect();
            var name = peer.uniqueName();
            assertThat(mirror.callers().known(name)).isEmpty();

            assertThat(mirror.callers().identify(name)).isEqualTo(new Host(""));
            assertThat(mirror.callers().known(name)).contains(new Host(""));
            assertThat(mirror.callers().caller(name).pid())
                    .isEqualTo(ProcessHandle.current().pid());

            peer.close();
            Await.until("it is forgotten", () -> mirror.callers().known(name).isEmpty());
        }
    }

    @Test
    void servePeersThatWereThereFirst() {
        try (var session = PrivateBus.start();
                var early = session.connect();
                var bus = session.connect()) {
            var settings = new RoleSettings(session.environment(), false, false);
            try (var callers = CallerIdentities.of(bus, settings)) {
                assertThat(callers.identify(early.uniqueName())).isEqualTo(new Host(""));
            }
        }
    }

    @Test
    void refuseAPeerThatIsNotThere() {
        try (var mirror = Mirror.start()) {
            assertThatThrownBy(() -> mirror.callers().identify(":1.4711"))
                    .isInstanceOfSatisfying(
                            PortalException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(PortalException.Kind.ACCESS_DENIED));
            assertThat(mirror.callers().known(":1.4711")).isEmpty();
        }
    }

    @Test
    void recogniseAHostProgram() {
        try (var mirror = Mirror.start()) {
            assertThat(mirror.ask().succeeded()).contains("Host[label=]");
        }
    }

    @Test
    void recogniseAHostProgramAtAnotherAddressOfTheBus() {
        var address = "unix:abstract=gatehouse-" + UUID.randomUUID();
        try (var session = PrivateBus.start("<listen>" + address + "</listen>");
                var bus = session.connect();
                var peer = BusConnection.open(BusAddress.of(address))) {
            var settings = new RoleSettings(session.environment(), false, false);
            try (var callers = CallerIdentities.of(bus, settings)) {
                assertThat(callers.identify(peer.uniqueName())).isEqualTo(new Host(""));
            }
        }
    }

    @Test
    void recogniseAProcessWithManyConnections() {
        try (var mirror = Mirror.start()) {
            for (int i = 0; i < 20; i++) {
                mirror.session().connect().close();
                try (var peer = mirror.session().connect()) {
                    assertThat(mirror.callers().identify(peer.uniqueName()))
                            .isEqualTo(new Host(""));
                }
            }
        }
    }

    @Test
    void recogniseAnUnknownSandbox() {
        try (var mirror = Mirror.start()) {
            assertThat(mirror.askInside().succeeded()).contains("Unknown[]");
        }
    }

    @Nested
    class AFlatpak {

        @Test
        void isRecognised() throws IOException {
            try (var mirror = Mirror.start()) {
                install(mirror);

                assertThat(askAsMaps(mirror).succeeded())
                        .contains("kind=FLATPAK, app=org.example.Maps, instance=4711");
            }
        }

        @Test
        void isRefusedUntilItsDesktopFileIsInstalled() throws IOException {
            try (var mirror = Mirror.start()) {
                assertThat(askAsMaps(mirror).err()).contains("AccessDenied");

                install(mirror);

                assertThat(askAsMaps(mirror).exit()).isZero();
            }
        }

        private ProcessResult askAsMaps(Mirror mirror) throws IOException {
            var record = Files.writeString(mirror.session().folder().resolve("record"), MAPS);
            return mirror.askInside("--ro-bind", record.toString(), "/.flatpak-info");
        }

        private void install(Mirror mirror) throws IOException {
            var folder = mirror.session().folder().resolve("data/applications");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("org.example.Maps.desktop"), "[Desktop Entry]\n");
        }
    }

    @Nested
    class ATestIdentity {

        @Test
        void isEverybodys() {
            var variables =
                    Map.of(
                            "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND", "host",
                            "XDG_DESKTOP_PORTAL_TEST_HOST_APPID", "org.example.Maps");
            try (var mirror = Mirror.withTestIdentity(variables)) {
                assertThat(mirror.ask().succeeded()).contains("Host[label=org.example.Maps]");
                assertThat(mirror.askInside().succeeded()).contains("Host[label=org.example.Maps]");
            }
        }

        @Test
        void isOnlyForTheTestingLaunchers() {
            var variables = Map.of("XDG_DESKTOP_PORTAL_TEST_APP_ID", "org.example.Maps");
            try (var session = PrivateBus.start();
                    var bus = session.connect()) {
                var environment = session.environment();
                environment.putAll(variables);
                var settings = new RoleSettings(environment, false, false);
                try (var callers = CallerIdentities.ofPortal(bus, settings)) {
                    assertThat(callers.identify(bus.uniqueName())).isEqualTo(new Host(""));
                }
            }
        }
    }
}
