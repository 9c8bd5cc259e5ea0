package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.gatehouse.bus.RemoteException;
import org.junit.jupiter.api.Test;

/// Bar R7, the store's part: a store that cannot know says so; it never says that nothing was
/// decided.
class R7StoreDeadOrDamagedTest {

    private static final int CALLS = 1000;

    @Test
    void everyCheckFailsWhenTheDatabaseIsLost() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission("notifications", true, "notification", "a", List.of("no"));
            served.stop();
            var own = served.bus.folder().resolve("data/gatehouse");
            var garbage = new byte[8192];
            new Random(4711).nextBytes(garbage);
            Files.write(own.resolve("permissions.db"), garbage);
            Files.delete(own.resolve("permissions.backup-1"));
            Files.delete(served.bus.folder().resolve("data/flatpak/db/notifications"));
            served.restart();

            for (int i = 0; i < CALLS / 2; i++) {
                refused(() -> served.store.GetPermission("notifications", "notification", "a"));
                refused(() ->
                        served.decisions.Find("notifications", "notification", "flatpak", "a"));
            }
        }
    }

    @Test
    void aStoreThatHasGoneAnswersNothing() throws Exception {
        try (var served = ServedStore.start()) {
            served.store.SetPermission("notifications", true, "notification", "a", List.of("no"));

            served.stop();

            assertThatThrownBy(
                            () -> served.store.GetPermission("notifications", "notification", "a"))
                    .isInstanceOf(RemoteException.class);
        }
    }

    private static void refused(Runnable check) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        e -> assertThat(e.name()).isEqualTo("org.freedesktop.portal.Error.Failed"));
    }
}
