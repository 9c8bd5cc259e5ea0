package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PermissionStoreFaceTest {

    private static final String NOT_FOUND = "org.freedesktop.portal.Error.NotFound";
    private static final RawVariant SEVEN = new RawVariant("y", new byte[] {7});

    private static ServedStore served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedStore.start();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void isVersion2() {
        var version =
                served.client.property(
                        PermissionStore.class,
                        PermissionStoreFace.NAME,
                        PermissionStoreFace.PATH,
                        "version",
                        BusConnection.NO_DEADLINE);

        assertThat(version).isEqualTo(new UInt32(2));
    }

    @Nested
    class AnUnknownId {

        @Test
        void isNotFoundByEverythingThatDoesNotMakeIt() {
            notFound(() -> served.store.Lookup("t", "unknown"));
            notFound(() -> served.store.GetPermission("t", "unknown", "a"));
            notFound(() -> served.store.Delete("t", "unknown"));
            notFound(() -> served.store.DeletePermission("t", "unknown", "a"));
            notFound(() -> served.store.Set("t", false, "unknown", Map.of(), SEVEN));
            notFound(() -> served.store.SetValue("t", false, "unknown", SEVEN));
            notFound(() -> served.store.SetPermission("t", false, "unknown", "a", List.of("x")));
        }

        @Test
        void isNotMadeByLooking() {
            notFound(() -> served.store.Lookup("never-written", "id"));

            assertThat(served.store.List("never-written")).isEmpty();
            assertThat(served.bus.folder().resolve("data/flatpak/db/never-written")).doesNotExist();
        }

        private static void notFound(Runnable call) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.name()).isEqualTo(NOT_FOUND));
        }
    }

    @Test
    void keepsWhatWasSet() {
        var permissions = Map.of("org.a.App", List.of("read", "write"), "TEST", List.of("x"));

        served.store.Set("keeps", true, "id", permissions, SEVEN);

        var found = served.store.Lookup("keeps", "id");
        assertThat(found.permissions()).isEqualTo(permissions);
        assertThat(found.data()).isEqualTo(SEVEN);
        assertThat(served.store.GetPermission("keeps", "id", "org.a.App"))
                .containsExactly("read", "write");
        assertThat(served.store.GetPermission("keeps", "id", "another")).isEmpty();
        assertThat(served.store.List("keeps")).containsExactly("id");
    }

    @Test
    void setValueKeepsPermissionsAndSetPermissionKeepsTheValue() {
        served.store.SetValue("value", true, "id", SEVEN);
        served.store.SetPermission("value", false, "id", "a", List.of("yes"));
        served.store.SetValue("value", false, "id", RawVariant.ZERO_BYTE);

        var found = served.store.Lookup("value", "id");
        assertThat(found.permissions()).isEqualTo(Map.of("a", List.of("yes")));
        assertThat(found.data()).isEqualTo(RawVariant.ZERO_BYTE);
    }

    @Test
    void anUnknownAppOfAKnownIdIsRemovedWithSuccess() {
        served.store.SetPermission("remove", true, "id", "a", List.of("yes"));

        served.store.DeletePermission("remove", "id", "unknown");
        served.store.DeletePermission("remove", "id", "a");

        assertThat(served.store.Lookup("remove", "id").permissions()).isEmpty();
    }

    @Test
    void writesTakeEffectInTheOrderInWhichTheyWereSentAndReadsSeeThem() {
        var calls =
                IntStream.range(0, 500)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> i))
                        .toList();
        for (var call : calls) {
            served.store.SetPermission("order", true, "id", "a", List.of("v" + call.join()));
        }

        assertThat(served.store.GetPermission("order", "id", "a")).containsExactly("v499");
        Await.until("all changes are told", () -> told().size() == 500);
        assertThat(told()).isEqualTo(IntStream.range(0, 500).mapToObj(i -> "v" + i).toList());
    }

    private static List<String> told() {
        return served.changes.stream()
                .filter(change -> change.table().equals("order"))
                .map(change -> change.permissions().getOrDefault("a", List.of("")).getFirst())
                .toList();
    }
}
