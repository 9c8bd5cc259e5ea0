package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.service.Refused.invalid;
import static org.gatehouse.store.service.Refused.refused;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Permissions1 as a settings app sees it: ending what runs, by the portal's hand.
class StopInstancesTest {

    private static final String CONSENT = "/org/gatehouse/Consent1";
    private static final String CLOCKS = "org.gnome.Clocks";
    private static final String MAPS = "org.gnome.Maps";

    private final Portal portal = new Portal();
    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
        var _ =
                served.portal.export(
                        CONSENT, List.of(ExportedInterface.<Consent1>of(Consent1.class, portal)));
        served.decisions.ReportInstances(
                List.of(
                        Running.instance("12", CLOCKS, "active", 300),
                        Running.instance("11", MAPS, "open", 200),
                        Running.instance("10", CLOCKS, "background", 100)));
    }

    @AfterEach
    void close() {
        app.close();
        served.close();
    }

    /// A portal that remembers what it was asked to end, and knows one instance only.
    private static final class Portal implements Consent1 {

        private volatile Map<String, Object> asked = Map.of();

        @Override
        public UInt32 StopInstances(Map<String, Variant<?>> which) {
            asked = Listening.plain(which);
            if ("99".equals(asked.get("instance"))) {
                throw PortalException.notFound("nothing of that runs");
            }
            return new UInt32(2);
        }

        @Override
        public Explanation Explain(
                String permission_class, String kind, String id, Map<String, Variant<?>> options) {
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

    private long stop(Object... which) {
        return app.permissions.StopInstances(Listening.dictionary(which)).longValue();
    }

    private List<Map<String, Object>> records() {
        return app.ledger(10, "events", List.of("stopped"));
    }

    @Test
    void isDoneByThePortalAndInTheLedgerWithWhoDidIt() {
        assertThat(stop("kind", "flatpak", "app", CLOCKS)).isEqualTo(2);

        assertThat(portal.asked)
                .containsOnly(Map.entry("kind", "flatpak"), Map.entry("app", CLOCKS));
        assertThat(records())
                .singleElement()
                .satisfies(each ->
                        assertThat(each)
                                .containsEntry("class", "background")
                                .containsEntry("kind", "flatpak")
                                .containsEntry("app", CLOCKS)
                                .containsEntry("text", "asked to end, by hand")
                                .containsEntry("pid", ProcessHandle.current().pid()));
        assertThat((String) records().getFirst().get("executable")).endsWith("/java");
        assertThat(app.grants()).isEmpty();
    }

    @Test
    void ofOneIsMeantByItsId() {
        assertThat(stop("instance", "11")).isEqualTo(2);

        assertThat(portal.asked).containsOnly(Map.entry("instance", "11"));
        assertThat(records()).extracting("app").containsExactly(MAPS);
    }

    @Test
    void neverMeansAllAtOnce() {
        invalid("app or instance", () -> stop());
        invalid("app or instance", () -> stop("kind", "flatpak"));
        invalid("kind", () -> stop("kind", "rpm", "app", MAPS));
        invalid("app", () -> stop("app", 7));
        assertThat(portal.asked).isEmpty();
    }

    @Test
    void ofWhatDoesNotRunIsNotFound() {
        refused("portal.Error.NotFound", () -> stop("instance", "99"));
        assertThat(records()).isEmpty();
    }

    @Test
    void needsOurPortal() {
        served.portal.close();
        Await.until(
                "the portal has left",
                () -> served.client.peers().owner(ServedStore.PORTAL).isEmpty());

        refused("portal.Error.Failed", () -> stop("app", MAPS));
        assertThat(records()).isEmpty();
    }

    @Test
    void isForProgramsThatMayChangePermissions() throws Exception {
        var site = served.bus.folder().resolve("site");
        var list = site.resolve("gatehouse/store-writers");
        Files.createDirectories(list.resolveSibling("."));
        Files.writeString(list, "/usr/bin/some-settings\n");
        served.role().close();
        try (var role = ServedStore.start(served.bus, Map.of("XDG_CONFIG_DIRS", site.toString()))) {
            refused("DBus.Error.AccessDenied", () -> stop("app", CLOCKS));
            assertThat(role.ended()).isNotDone();
        }
        assertThat(portal.asked).isEmpty();
    }
}
