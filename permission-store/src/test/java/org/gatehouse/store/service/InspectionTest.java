package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Consent1;
import org.gatehouse.Permissions1.Explanation;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Explain and Diagnose: what the store knows itself, and what it asks the portal.
class InspectionTest {

    private static final String PATH = "/org/gatehouse/Consent1";
    private static final String APP = "org.a.App";

    private ServedStore served;
    private Listening app;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
        app = new Listening(served);
    }

    @AfterEach
    void stop() {
        app.close();
        served.close();
    }

    /// A portal that answers as it is told to.
    private final class Portal implements Consent1 {

        private final CountDownLatch silence = new CountDownLatch(1);
        private volatile String caller = "";
        private volatile boolean silent;

        @Override
        public Explanation Explain(
                String permission_class, String kind, String id, Map<String, Variant<?>> options) {
            caller = Invocation.current().sender();
            if (silent) {
                try {
                    silence.await();
                } catch (InterruptedException e) {
                    throw PortalException.failed("ended");
                }
            }
            if (id.equals("bad")) {
                throw PortalException.invalidArgument("level is none of the class");
            }
            var step = Listening.dictionary("rule", "stored", "says", "deny", "decides", true);
            return new Explanation("deny", List.of(step));
        }

        @Override
        public List<Map<String, Variant<?>>> Diagnose() {
            return List.of(
                    Listening.dictionary(
                            "check", "backend", "state", "good", "text", "gtk", "advice", ""));
        }

        @Override
        public UInt32 StopInstances(Map<String, Variant<?>> which) {
            throw PortalException.notFound("nothing of that runs");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }

        Portal serve() {
            var _ =
                    served.portal.export(
                            PATH, List.of(ExportedInterface.<Consent1>of(Consent1.class, this)));
            return this;
        }
    }

    private Explanation explain(String id) {
        return app.permissions.Explain("location", "flatpak", id, Map.of());
    }

    @Test
    void thePortalExplains() {
        var portal = new Portal().serve();

        var answer = explain(APP);

        assertThat(answer.verdict()).isEqualTo("deny");
        assertThat(Listening.plain(answer.steps()).getFirst()).containsEntry("decides", true);
        assertThat(served.client.peers().owner(Permissions1Face.NAME)).contains(portal.caller);
        assertThat(app.ledger(1)).isEmpty();
    }

    @Test
    void whatThePortalRefusesIsPassedOn() {
        var _ = new Portal().serve();

        assertThatThrownBy(() -> explain("bad"))
                .hasMessageContaining("org.freedesktop.portal.Error.InvalidArgument")
                .hasMessageContaining("level");
        assertThatThrownBy(() -> app.permissions.Explain("teleport", "flatpak", APP, Map.of()))
                .hasMessageContaining("NotFound");
        assertThatThrownBy(() -> app.permissions.Explain("location", "rpm", APP, Map.of()))
                .hasMessageContaining("InvalidArgument");
    }

    @Test
    void withoutOurPortalThereIsAClearError() {
        assertThatThrownBy(() -> explain(APP))
                .hasMessageContaining("org.freedesktop.portal.Error.Failed")
                .hasMessageContaining("not Gatehouse's");

        served.portal.close();
        Await.until(
                "the portal has left",
                () -> served.client.peers().owner(ServedStore.PORTAL).isEmpty());
        assertThatThrownBy(() -> explain(APP))
                .hasMessageContaining("org.freedesktop.portal.Error.Failed")
                .hasMessageContaining("no portal is running");
    }

    @Test
    void aSilentPortalHoldsUpNobody() {
        var portal = new Portal().serve();
        portal.silent = true;
        var explained = CompletableFuture.supplyAsync(() -> explain(APP));
        Await.until("the portal is asked", () -> !portal.caller.isEmpty());

        long start = System.nanoTime();
        assertThat(app.permissions.ListClasses()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));

        assertThatThrownBy(explained::join).hasMessageContaining("does not answer");
        portal.silence.countDown();
    }

    @Test
    void aHealthyStoreIsGoodInEveryCheck() {
        var _ = new Portal().serve();
        served.store.SetPermission("location", true, "location", APP, List.of("EXACT", "0"));

        var checks = diagnosed();

        assertThat(checks)
                .extracting("check")
                .containsExactly("database", "writable", "ledger", "mirror", "import", "backend");
        assertThat(checks).extracting("state").containsOnly("good");
    }

    @Test
    void whatIsWrongComesWithAdvice() throws Exception {
        served.portal.close();
        served.store.SetPermission("location", true, "location", APP, List.of("EXACT", "0"));
        var data = served.bus.folder().resolve("data");
        Await.until(
                "the mirror is written", () -> Files.exists(data.resolve("flatpak/db/location")));
        Files.delete(data.resolve("flatpak/db/location"));
        Files.createDirectories(data.resolve("flatpak/db/location/in-the-way"));
        Files.createDirectories(data.resolve("gatehouse/damaged-tables"));
        Files.writeString(data.resolve("gatehouse/damaged-tables/devices"), "x");

        var checks = diagnosed();

        for (var name : List.of("mirror", "portal")) {
            assertThat(checks)
                    .filteredOn(Listening.says("check", name))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each).containsEntry("state", "bad");
                        assertThat((String) each.get("advice")).isNotEmpty();
                    });
        }
        assertThat(checks)
                .filteredOn(Listening.says("check", "import"))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("state", "warning"));
    }

    private List<Map<String, Object>> diagnosed() {
        return Listening.plain(app.permissions.Diagnose());
    }
}
