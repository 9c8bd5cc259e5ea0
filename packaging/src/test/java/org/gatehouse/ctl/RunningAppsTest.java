package org.gatehouse.ctl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Decisions1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.role.RunningRole;
import org.gatehouse.store.service.StoreRole;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// `running` and `stop` with a real store, and a portal that reports what it is told to.
class RunningAppsTest {

    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String CLOCKS = "org.example.Clocks";
    private static final String CONSENT = "/org/gatehouse/Consent1";
    private static final String PERMISSIONS = "org.gatehouse.Permissions1";

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private PrivateBus bus;
    private RunningRole store;
    private BusConnection portal;

    /// Ends nothing; knows Clocks, with two instances.
    private static final class Portal implements Consent1 {

        @Override
        public UInt32 StopInstances(Map<String, Variant<?>> which) {
            if (!which.toString().contains(CLOCKS) || which.toString().contains("99")) {
                throw PortalException.notFound("nothing of that runs");
            }
            return new UInt32(which.containsKey("instance") ? 1 : 2);
        }

        @Override
        public Explanation Explain(
                String permission_class, String kind, String app, Map<String, Variant<?>> options) {
            throw PortalException.failed("not asked here");
        }

        @Override
        public List<Map<String, Variant<?>>> Diagnose() {
            return List.of();
        }

        @Override
        public String getObjectPath() {
            return CONSENT;
        }
    }

    @BeforeEach
    void start() throws Exception {
        bus = PrivateBus.start();
        store = StoreRole.start(new RoleSettings(bus.environment(), false, false));
        portal = bus.connect();
        var _ =
                portal.export(
                        CONSENT,
                        List.of(ExportedInterface.<Consent1>of(Consent1.class, new Portal())));
        assertThat(portal.requestName("org.freedesktop.portal.Desktop", Set.of())).isTrue();
    }

    @AfterEach
    void end() {
        portal.close();
        store.close();
        bus.close();
    }

    private static Map<String, Variant<?>> instance(
            String id, String state, String message, boolean atLogin) {
        return Map.of(
                "kind", new Variant<>("flatpak"),
                "app", new Variant<>(CLOCKS),
                "instance", new Variant<>(id),
                "state", new Variant<>(state),
                "message", new Variant<>(message),
                "since", new Variant<>(new UInt64(Instant.now().getEpochSecond())),
                "at-login", new Variant<>(atLogin));
    }

    private void report() {
        portal.remote(
                        Decisions1.class,
                        PERMISSIONS,
                        "/org/gatehouse/Permissions1",
                        Duration.ofSeconds(20))
                .ReportInstances(
                        List.of(
                                instance("10", "background", "Timer \u001b[31mruns\n", true),
                                instance("11", "active", "", false)));
    }

    private int run(String arguments) {
        seen.reset();
        var out = new PrintStream(seen, false, UTF_8);
        return Gatehousectl.run(bus.environment(), out, arguments.split(" "));
    }

    private List<String> lines() {
        return seen.toString(UTF_8).lines().toList();
    }

    @Nested
    class Running {

        @Test
        void isATableWithTheAppsOwnWordsMadeHarmless() {
            report();

            assertThat(run("running")).isEqualTo(FINE);

            assertThat(lines()).hasSize(3);
            assertThat(lines().getFirst())
                    .matches("APP +NAME +KIND +INSTANCE +STATE +SINCE +STARTED +THE APP SAYS");
            assertThat(lines().get(1))
                    .matches(
                            CLOCKS
                                    + " .* flatpak +10 +background +today .* at login +Timer �\\[31mruns");
            assertThat(lines().get(2)).matches(CLOCKS + " .* 11 +active +today \\d\\d:\\d\\d");
        }

        @Test
        void isJsonWithTheKeysOfPermissions1() {
            report();

            assertThat(run("running --json")).isEqualTo(FINE);

            assertThat(seen.toString(UTF_8))
                    .contains(
                            "\"instance\" : \"10\"",
                            "\"state\" : \"background\"",
                            "\"at-login\" : true",
                            "\\u001B[31m");
        }

        @Test
        void isOfOneAppIfThatIsMeant() {
            report();

            assertThat(run("running " + CLOCKS)).isEqualTo(FINE);
            assertThat(lines()).hasSize(3);
            assertThat(run("running org.example.Maps")).isEqualTo(FINE);
            assertThat(lines()).containsExactly("Nothing of org.example.Maps runs at this moment.");
        }

        @Test
        void isSaidToBeNothing() {
            assertThat(run("running")).isEqualTo(FINE);
            assertThat(lines()).containsExactly("No app runs at this moment.");
        }
    }

    @Nested
    class Stop {

        @Test
        void saysHowManyAreAskedToEnd() {
            report();

            assertThat(run("stop " + CLOCKS)).isEqualTo(FINE);
            assertThat(lines().getFirst()).startsWith("Asked to end: 2 instances of " + CLOCKS);
            assertThat(run("stop " + CLOCKS + " --instance 11")).isEqualTo(FINE);
            assertThat(lines().getFirst()).startsWith("Asked to end: " + CLOCKS + ". ");
            assertThat(run("stop " + CLOCKS + " --json")).isEqualTo(FINE);
            assertThat(seen.toString(UTF_8)).contains("\"stopping\" : 2");
        }

        @Test
        void isInTheLedger() {
            report();

            var _ = run("stop " + CLOCKS);

            assertThat(run("ledger --event stopped")).isEqualTo(FINE);
            assertThat(lines()).hasSize(2).last().asString().contains("by hand", CLOCKS);
        }

        @Test
        void failsWhereNothingOfItRuns() {
            report();

            assertThat(run("stop org.example.Maps")).isEqualTo(FAILED);
            assertThat(run("stop " + CLOCKS + " --instance 99")).isEqualTo(FAILED);
        }

        @Test
        void isWrongUsageWithoutAnApp() {
            assertThat(run("stop")).isEqualTo(WRONG_USAGE);
            assertThat(run("stop --instance 11")).isEqualTo(WRONG_USAGE);
            assertThat(run("stop " + CLOCKS + " --kind rpm")).isEqualTo(WRONG_USAGE);
        }

        @Test
        void failsWithoutAPortal() {
            portal.close();

            assertThat(run("stop " + CLOCKS)).isEqualTo(FAILED);
        }
    }
}
