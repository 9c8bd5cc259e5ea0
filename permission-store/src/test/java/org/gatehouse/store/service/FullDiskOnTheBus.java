package org.gatehouse.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.RemoteException;
import org.gatehouse.store.sqlite.Namespace;
import org.gatehouse.testing.Await;
import org.gatehouse.testing.PrivateBus;

/// What happens in the namespace of a small file system: the body of
/// [G13NoSignalForAWriteThatFailedTest].
final class FullDiskOnTheBus {

    private static final Map<String, List<String>> BEFORE = Map.of("app", List.of("yes"));
    private static final Map<String, List<String>> MORE = Map.of("other", List.of("yes"));
    private static final RawVariant DATA = new RawVariant("s", new byte[] {1, 0, 0, 0, 'q', 0});

    private FullDiskOnTheBus() {}

    /// @param arguments none
    public static void main(String[] arguments) throws Exception {
        try (var bus = PrivateBus.start()) {
            var disk = bus.folder().resolve("data");
            Namespace.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
            try {
                failToWrite(bus, disk.resolve("filling"));
            } finally {
                Namespace.run("umount", "-l", disk.toString());
            }
        }
        System.out.println("done");
    }

    private static void failToWrite(PrivateBus bus, Path filling) throws Exception {
        try (var served = ServedStore.start(bus)) {
            served.store.Set("full", true, "id", BEFORE, DATA);
            Await.until("it is told", () -> served.changes.size() == 1);
            fill(filling);
            int room = useRoomOfTheLog(served);

            for (var write : writes(served)) {
                assertThatThrownBy(write)
                        .isInstanceOfSatisfying(
                                RemoteException.class,
                                e ->
                                        assertThat(e.name())
                                                .isEqualTo("org.freedesktop.portal.Error.Failed"));
            }

            Await.until("what was written is told", () -> served.changes.size() > room);
            var kept = served.store.Lookup("full", "id");
            assertThat(kept.permissions()).isEqualTo(BEFORE);
            assertThat(kept.data()).isEqualTo(DATA);
            assertThat(served.changes).hasSize(1 + room);
        }
    }

    /// The database's log may have pages to spare.
    ///
    /// @return how many writes they took
    private static int useRoomOfTheLog(ServedStore served) {
        for (int i = 0; i < 100; i++) {
            try {
                served.store.Set("full", true, "spare" + i, BEFORE, DATA);
            } catch (RemoteException full) {
                return i;
            }
        }
        throw new AssertionError("the disk does not get full");
    }

    private static List<ThrowingCallable> writes(ServedStore served) {
        return List.of(
                () -> served.store.Set("full", true, "new", MORE, DATA),
                () -> served.store.SetPermission("full", true, "id", "other", List.of("yes")),
                () -> served.store.SetValue("full", true, "id", large()));
    }

    private static RawVariant large() {
        var bytes = new byte[4 + 60_000];
        bytes[0] = (byte) (60_000 & 0xFF);
        bytes[1] = (byte) (60_000 >> 8);
        return new RawVariant("ay", bytes);
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }
}
