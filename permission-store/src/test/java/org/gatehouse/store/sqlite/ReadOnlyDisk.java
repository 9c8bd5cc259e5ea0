package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.TableName;
import org.gatehouse.testing.Await;

/// What happens in the namespace of a read-only file system: the body of [R5ReadOnlyDiskTest].
final class ReadOnlyDisk {

    private ReadOnlyDisk() {}

    /// @param arguments the mount point, a folder that can be written
    public static void main(String[] arguments) throws Exception {
        var disk = arguments[0];
        Namespace.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk);
        var home = Path.of(disk, "data");
        try (var opened = Opened.in(home)) {
            opened.set("table", "id", "app", "yes");
        }
        var writable = Path.of(arguments[1]);
        Opened.copyFolder(Path.of(disk), writable);
        Namespace.run("mount", "-o", "remount,ro", disk);

        try (var opened = Opened.readOnly(home, writable.resolve("fallback"))) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.UNWRITABLE);
            assertThat(opened.words("table", "id", "app")).containsExactly("yes");
            assertThatThrownBy(() -> opened.set("table", "id", "app", "yes", "more"))
                    .isInstanceOf(PortalException.class);
            assertThatThrownBy(() -> opened.set("new", "id", "app", "yes"))
                    .isInstanceOf(PortalException.class);
            assertThat(opened.words("table", "id", "app")).containsExactly("yes");
            assertThat(opened.store.ids(new TableName("new"))).isEmpty();
            assertThat(opened.changes).isEmpty();

            Namespace.run("mount", "-o", "remount,rw", disk);
            Await.until(
                    "it is open for writing",
                    () -> opened.store.status() == StoreStatus.GOOD || works(opened));
        }
        System.out.println("done");
    }

    private static boolean works(Opened opened) {
        try {
            opened.set("new", "id", "app", "yes");
            return true;
        } catch (PortalException e) {
            return false;
        }
    }
}
