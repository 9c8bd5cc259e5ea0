package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.StoredValue;
import org.gatehouse.store.Write;
import org.gatehouse.testing.Await;

/// What happens in the namespace of a small file system: the body of [R4FullDiskTest].
final class FullDisk {

    private static final EntryKey KEY = EntryKey.of("full", "id");

    private final Path home;
    private final Path filling;

    private FullDisk(Path disk) {
        home = disk.resolve("data");
        filling = disk.resolve("filling");
    }

    /// @param arguments the mount point, the number of writes to fail
    public static void main(String[] arguments) throws Exception {
        var disk = Path.of(arguments[0]);
        Namespace.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
        new FullDisk(disk).run(Integer.parseInt(arguments[1]));
        System.out.println("done");
    }

    private void run(int failures) throws IOException {
        try (var opened = Opened.in(home)) {
            opened.set("full", "id", "keeps", "yes");
            opened.set("full", "id", "loses", "yes");
            opened.set("full", "id", "narrowed", "read", "write");
            Await.until(
                    "the table file is there", () -> Files.exists(home.resolve("flatpak/db/full")));
            fill();
            opened.changes.clear();

            nothingIsWritten(opened, failures);
            revocationsHold(opened);

            Files.delete(filling);
            long freed = System.nanoTime();
            Await.until("writing works again", () -> works(opened));
            assertThat(System.nanoTime() - freed).isLessThan(1_000_000_000L);
            Await.until(
                    "the revocations are written", () -> opened.store.status() == StoreStatus.GOOD);
        }
        try (var opened = Opened.in(home)) {
            assertThat(opened.words("full", "id", "keeps")).containsExactly("yes");
            assertThat(opened.words("full", "id", "loses")).isEmpty();
            assertThat(opened.words("full", "id", "narrowed")).containsExactly("read");
        }
    }

    private static void nothingIsWritten(Opened opened, int failures) {
        var large = new StoredValue("ay", largeArray());
        for (int i = 0; i < failures; i++) {
            var app = "app" + i;
            assertThatThrownBy(() ->
                            opened.write(new Write.SetPermission(KEY, true, app, List.of("yes"))))
                    .isInstanceOf(PortalException.class);
            assertThatThrownBy(() -> opened.write(new Write.SetValue(KEY, true, large)))
                    .isInstanceOf(PortalException.class);
        }
        assertThat(opened.changes).isEmpty();
        assertThat(opened.store.status()).isEqualTo(StoreStatus.UNWRITABLE);
        assertThat(opened.store.find(KEY).orElseThrow().permissions())
                .containsOnlyKeys("keeps", "loses", "narrowed");
        assertThat(opened.store.find(KEY).orElseThrow().data()).isEqualTo(StoredValue.NONE);
    }

    private static void revocationsHold(Opened opened) {
        assertThatThrownBy(() -> opened.write(new Write.DeletePermission(KEY, "loses")))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() ->
                        opened.write(
                                new Write.SetPermission(KEY, false, "narrowed", List.of("read"))))
                .isInstanceOf(PortalException.class);
        assertThat(opened.words("full", "id", "loses")).isEmpty();
        assertThat(opened.words("full", "id", "narrowed")).containsExactly("read");
        assertThat(opened.words("full", "id", "keeps")).containsExactly("yes");
    }

    private static boolean works(Opened opened) {
        try {
            opened.set("full", "other", "app", "yes");
            return true;
        } catch (PortalException e) {
            return false;
        }
    }

    private void fill() throws IOException {
        try (var out = Files.newOutputStream(filling)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    private static byte[] largeArray() {
        var bytes = new byte[4 + 60_000];
        bytes[0] = (byte) (60_000 & 0xff);
        bytes[1] = (byte) (60_000 >> 8);
        return bytes;
    }
}
