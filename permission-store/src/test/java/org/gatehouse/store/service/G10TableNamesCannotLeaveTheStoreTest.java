package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.RemoteException;
import org.junit.jupiter.api.Test;

/// Requirement G10.
class G10TableNamesCannotLeaveTheStoreTest {

    private static final List<String> NAMES =
            List.of("../../evil", "a/b", "/etc/evil", ".", "..", "", "a\nb", "x".repeat(256));

    @Test
    void everyMemberAnswersInvalidArgumentAndTheStoreLives() throws Exception {
        try (var served = ServedStore.start()) {
            for (var name : NAMES) {
                refused(() -> served.store.Lookup(name, "id"));
                refused(() -> served.store.Set(name, true, "id", Map.of(), RawVariant.ZERO_BYTE));
                refused(() -> served.store.Delete(name, "id"));
                refused(() -> served.store.SetValue(name, true, "id", RawVariant.ZERO_BYTE));
                refused(() -> served.store.SetPermission(name, true, "id", "a", List.of("x")));
                refused(() -> served.store.DeletePermission(name, "id", "a"));
                refused(() -> served.store.GetPermission(name, "id", "a"));
                refused(() -> served.store.List(name));
            }

            served.store.SetPermission("location", true, "location", "a", List.of("EXACT"));
            assertThat(served.store.List("location")).containsExactly("location");
            served.stop();
            try (var files = Files.walk(served.bus.folder())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .doesNotContain("evil", "b");
            }
            try (var tables = Files.list(served.bus.folder().resolve("data/flatpak/db"))) {
                assertThat(tables.map(file -> file.getFileName().toString()))
                        .containsExactly("location");
            }
        }
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        e ->
                                assertThat(e.name())
                                        .isEqualTo("org.freedesktop.portal.Error.InvalidArgument"));
    }
}
