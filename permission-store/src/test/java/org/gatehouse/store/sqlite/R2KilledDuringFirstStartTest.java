package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreStatus;
import org.gatehouse.store.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar R2: SIGKILL at any moment of the first start leaves a store that opens, with everything that
/// was to be imported.
class R2KilledDuringFirstStartTest {

    private static final long SEED = 20261120;
    private static final int TABLES = 5;
    private static final int ENTRIES = 40;

    @TempDir Path folder;

    @Test
    void theStoreIsUsableWheneverItWasKilled() throws Exception {
        var template = tables();
        var random = new Random(SEED);
        int rounds = LongForm.rounds(12, 1000);
        long usual = start(folder.resolve("usual"), template, Long.MAX_VALUE);
        for (int round = 0; round < rounds; round++) {
            var home = folder.resolve("home" + round);
            // most of the time is the start of Java: the interesting part is the last third
            long nanos = (long) (usual * (0.4 + 0.7 * random.nextDouble()));
            start(home, template, nanos);
            check(home);
            Opened.deleteFolder(home);
        }
        System.out.println("R2: " + rounds + " kills, seed " + SEED);
    }

    private static long start(Path home, Path template, long killAfter) throws Exception {
        Files.createDirectories(home);
        Opened.copyFolder(template, home);
        long started = System.nanoTime();
        var child =
                ChildJvm.running(FirstStart.class, home.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!child.waitFor(killAfter, TimeUnit.NANOSECONDS)) {
            child.destroyForcibly().waitFor();
        }
        return System.nanoTime() - started;
    }

    private static void check(Path home) throws Exception {
        try (var opened = Opened.in(home)) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
            for (int table = 0; table < TABLES; table++) {
                assertThat(opened.store.ids(new TableName("table" + table))).hasSize(ENTRIES);
            }
            assertThat(opened.words("table3", "id7", "app")).containsExactly("w7");
            opened.set("table3", "id7", "app", "new");
            assertThat(opened.store.find(EntryKey.of("table3", "id7")).orElseThrow().of("app"))
                    .isEqualTo(List.of("new"));
        }
        try (var files = Files.list(home.resolve("gatehouse"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains(".new"));
        }
    }

    /// Table files as another store leaves them.
    private Path tables() throws Exception {
        var home = folder.resolve("template");
        try (var opened = Opened.in(home)) {
            for (int table = 0; table < TABLES; table++) {
                for (int id = 0; id < ENTRIES; id++) {
                    opened.set("table" + table, "id" + id, "app", "w" + id);
                }
            }
        }
        Opened.deleteFolder(home.resolve("gatehouse"));
        return home;
    }
}
