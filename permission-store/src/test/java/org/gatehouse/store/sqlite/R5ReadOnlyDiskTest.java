package org.gatehouse.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar R5 and requirement G13: on a read-only file system the store starts, serves reads, and
/// refuses writes.
class R5ReadOnlyDiskTest {

    @TempDir Path folder;

    @Test
    void readsAreServedAndWritesFailCleanly() throws Exception {
        var writable = Files.createDirectory(folder.resolve("writable"));
        Namespace.enter(
                ReadOnlyDisk.class, Namespace.folder(folder).toString(), writable.toString());
    }
}
