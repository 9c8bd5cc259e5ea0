package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.ProcessResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Requirement G24, and F12: apps cannot define permissions.
class G24NotEverybodyWritesTheStoreTest {

    private static final String[] GRANT = {
        "location", "true", "location", "org.a.App", "['EXACT', '0']"
    };

    private ServedStore served;

    @BeforeEach
    void start() throws Exception {
        served = ServedStore.start();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Nested
    class F12ASandboxedWriter {

        @Test
        void isRefusedAndWrittenDown() throws Exception {
            refused(SandboxedCaller.flatpak(served.bus, "SetPermission", GRANT));

            assertThat(served.store.List("location")).isEmpty();
            Await.until("it is in the ledger", () -> "denied".equals(newest().get("event")));
            assertThat(newest()).containsEntry("app", "org.a.App").containsEntry("kind", "flatpak");
        }

        @Test
        void mayNotReadEither() throws Exception {
            served.store.SetPermission(
                    "location", true, "location", "org.b.App", List.of("EXACT", "0"));

            refused(SandboxedCaller.flatpak(served.bus, "Lookup", "location", "location"));
            refused(SandboxedCaller.flatpak(served.bus, "List", "location"));
        }
    }

    @Test
    void anUnknownSandboxIsRefusedAndWrittenDown() {
        refused(SandboxedCaller.unknown(served.bus, "SetPermission", GRANT));

        assertThat(served.store.List("location")).isEmpty();
        Await.until("it is in the ledger", () -> "denied".equals(newest().get("event")));
    }

    @Test
    void aHostProgramIsRecordedWithPidAndExecutable() {
        SandboxedCaller.host(served.bus, "SetPermission", GRANT).succeeded();

        assertThat(newest())
                .containsEntry("event", "changed")
                .containsEntry("table", "location")
                .containsEntry("app", "org.a.App")
                .containsEntry("executable", "/usr/bin/gdbus");
        assertThat(newest().get("pid")).isNotEqualTo(new UInt32(0));
    }

    @Test
    void aSiteNamesThePrograms() throws Exception {
        var site = served.bus.folder().resolve("site");
        var list = site.resolve("gatehouse/store-writers");
        Files.createDirectories(list.resolveSibling("."));
        Files.writeString(list, "# who may write\n/usr/bin/gdbus\n");
        served.role().close();
        try (var role = ServedStore.start(served.bus, Map.of("XDG_CONFIG_DIRS", site.toString()))) {
            SandboxedCaller.host(served.bus, "SetPermission", GRANT).succeeded();
            assertThat(served.store.GetPermission("location", "location", "org.a.App"))
                    .containsExactly("EXACT", "0");

            Files.writeString(list, "/usr/bin/busctl\n");
            refused(SandboxedCaller.host(served.bus, "SetPermission", GRANT));
            assertThat(role.ended()).isNotDone();
        }
    }

    private static void refused(ProcessResult call) {
        assertThat(call.exit()).isNotZero();
        assertThat(call.err()).contains("org.freedesktop.DBus.Error.AccessDenied");
    }

    /// The newest record of the ledger, by its keys.
    private Map<String, Object> newest() {
        var newest = new java.util.HashMap<String, Object>(Map.of("event", ""));
        for (Map<String, Variant<?>> event :
                served.permissions.Ledger(Map.of(), new UInt64(0), new UInt32(1))) {
            event.forEach((key, value) -> newest.put(key, value.getValue()));
        }
        return newest;
    }
}
