package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;

/// Requirement G11.
class G11DamagedFilesNeverBlockTest {

    @Test
    void aDamagedTableFileIsSetAsideAndTheRestIsImported() throws Exception {
        var bus = PrivateBus.start();
        try (var served = prepared(bus)) {
            assertThat(served.store.GetPermission("good", "id", "a")).containsExactly("yes");
            for (var damaged : List.of("cut", "empty", "garbage")) {
                assertThat(served.store.List(damaged)).isEmpty();
                assertThat(bus.folder().resolve("data/gatehouse/damaged-tables/" + damaged))
                        .exists();
                served.store.SetPermission(damaged, true, "id", "a", List.of("yes"));
            }
            assertThat(bus.run("flatpak", "permissions").succeeded())
                    .contains("good", "cut", "garbage");
        }
    }

    /// A store that starts on what the reference left, with damage.
    private static ServedStore prepared(PrivateBus bus) throws Exception {
        try (var reference = ReferenceStore.start(bus)) {
            reference.store.SetPermission("good", true, "id", "a", List.of("yes"));
            reference.store.SetPermission("cut", true, "id", "a", List.of("yes"));
        }
        var tables = bus.folder().resolve("data/flatpak/db");
        var cut = Files.readAllBytes(tables.resolve("cut"));
        Files.write(tables.resolve("cut"), Arrays.copyOf(cut, cut.length / 2));
        Files.write(tables.resolve("empty"), new byte[0]);
        Files.write(
                tables.resolve("garbage"),
                "not a table".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        return ServedStore.start(bus);
    }

    @Test
    void aTableFileDamagedLaterIsWrittenAnew() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission("table", true, "id", "a", List.of("yes"));
            served.stop();
            Files.write(served.bus.folder().resolve("data/flatpak/db/table"), new byte[10]);

            served.restart();

            assertThat(served.store.GetPermission("table", "id", "a")).containsExactly("yes");
            assertThat(served.bus.run("flatpak", "permissions").succeeded()).contains("table");
        }
    }

    @Test
    void aDamagedDatabaseIsRestoredAndSaysSo() throws Exception {
        for (byte[] damage :
                List.of(
                        new byte[0],
                        new byte[4096],
                        "garbage".repeat(999).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            try (var served = ServedStore.start()) {
                served.store.SetPermission("location", true, "location", "a", List.of("NONE", "0"));
                served.stop();
                Files.write(database(served), damage);

                served.restart();

                assertThat(served.store.GetPermission("location", "location", "a"))
                        .containsExactly("NONE", "0");
                assertThat(status(served)).isEqualTo("restored");
                assertThat(served.bus.run("flatpak", "permissions").succeeded()).contains("NONE");
            }
        }
    }

    @Test
    void aDatabaseThatIsLostRefusesWhatItDoesNotKnow() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission("location", true, "location", "a", List.of("NONE", "0"));
            served.stop();
            Files.write(database(served), new byte[4096]);
            Files.delete(database(served).resolveSibling("permissions.backup-1"));
            Files.delete(served.bus.folder().resolve("data/flatpak/db/location"));

            served.restart();

            assertThat(status(served)).isEqualTo("lost");
            assertThatThrownBy(() -> served.store.Lookup("location", "location"))
                    .isInstanceOfSatisfying(
                            RemoteException.class,
                            e ->
                                    assertThat(e.name())
                                            .isEqualTo("org.freedesktop.portal.Error.Failed"));
            served.store.SetPermission("location", true, "location", "a", List.of("CITY", "1"));
            assertThat(served.store.GetPermission("location", "location", "a"))
                    .containsExactly("CITY", "1");
        }
    }

    private static Path database(ServedStore served) {
        return served.bus.folder().resolve("data/gatehouse/permissions.db");
    }

    private static Object status(ServedStore served) {
        return served.client.property(
                Permissions1.class,
                Permissions1Face.NAME,
                Permissions1Face.PATH,
                "Status",
                BusConnection.NO_DEADLINE);
    }
}
