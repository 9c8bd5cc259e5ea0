package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.testing.PrivateBus;
import org.junit.jupiter.api.Test;

class StoreRoleTest {

    @Test
    void doesNotStartWhereAnotherStoreServes() {
        try (var bus = PrivateBus.start();
                var reference = ReferenceStore.start(bus)) {
            reference.store.SetPermission("table", true, "id", "a", List.of("yes"));

            assertThatThrownBy(() -> ServedStore.start(bus, Map.of()))
                    .isInstanceOfSatisfying(
                            RoleFailure.class, e -> assertThat(e.exitStatus()).isEqualTo(1));
            assertThat(Files.exists(bus.folder().resolve("data/gatehouse"))).isFalse();
        }
    }

    @Test
    void isReplacedByOneThatIsToldTo() throws Exception {
        try (var bus = PrivateBus.start();
                var client = bus.connect()) {
            var store = ServedStore.store(client);
            var settings = new RoleSettings(bus.environment(), true, false);
            try (var first = StoreRole.start(settings)) {
                store.SetPermission("table", true, "id", "a", List.of("yes"));

                try (var second = StoreRole.start(settings)) {
                    assertThat(first.ended().get(10, TimeUnit.SECONDS)).isEqualTo(1);
                    assertThat(store.GetPermission("table", "id", "a")).containsExactly("yes");
                    assertThat(second.ended()).isNotDone();
                }
            }
        }
    }

    @Test
    void endsCleanlyWithItsBus() throws Exception {
        var bus = PrivateBus.start();
        try (var role = ServedStore.start(bus, Map.of())) {
            ProcessHandle.of(bus.pid()).orElseThrow().destroy();

            assertThat(role.ended().get(10, TimeUnit.SECONDS)).isZero();
        } finally {
            bus.close();
        }
    }

    @Test
    void saysThatThereIsNoBus() {
        var nowhere =
                Map.of(
                        "HOME",
                        "/nonexistent",
                        "DBUS_SESSION_BUS_ADDRESS",
                        "unix:path=/nonexistent/bus");

        assertThatThrownBy(() -> StoreRole.start(new RoleSettings(nowhere, false, false)))
                .isInstanceOf(RoleFailure.class);
    }
}
