package org.gatehouse.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar R4 and requirement G13: a full disk crashes nothing, changes nothing, tells nothing, and
/// lets a revocation take effect.
class R4FullDiskTest {

    @TempDir Path folder;

    @Test
    void theLastDurableValueIsReadAndARevocationHolds() throws Exception {
        Namespace.enter(
                FullDisk.class,
                Namespace.folder(folder).toString(),
                Integer.toString(LongForm.rounds(50, 500)));
    }
}
