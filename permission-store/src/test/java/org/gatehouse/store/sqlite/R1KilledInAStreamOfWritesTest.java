package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar R1: SIGKILL in a stream of writes loses nothing that was acknowledged, and leaves nothing
/// behind.
class R1KilledInAStreamOfWritesTest {

    private static final long SEED = 20261120;

    @TempDir Path dataHome;

    private final int[] acknowledged = new int[WriteStream.IDS];
    private int next;

    @Test
    void nothingIsLostNothingIsHalfApplied() throws Exception {
        var random = new Random(SEED);
        int rounds = LongForm.rounds(8, 1000);
        for (int round = 0; round < rounds; round++) {
            kill(1 + random.nextInt(400));
            check();
        }
        System.out.println("R1: " + rounds + " kills, at least " + next + " writes, seed " + SEED);
    }

    private void kill(int afterWrites) throws IOException, InterruptedException {
        var child =
                ChildJvm.running(WriteStream.class, dataHome.toString(), Integer.toString(next))
                        .start();
        try (var lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), US_ASCII))) {
            for (int i = 0; i < afterWrites; i++) {
                note(lines.readLine());
            }
            // the handle's way leaves the output to be read
            child.toHandle().destroyForcibly();
            child.waitFor();
            // acknowledged while it was being killed
            lines.lines().forEach(this::note);
        }
    }

    private void note(String line) {
        int number = Integer.parseInt(line);
        acknowledged[number % WriteStream.IDS] = number;
        next = Math.max(next, number + 1);
    }

    private void check() throws IOException {
        try (var opened = Opened.in(dataHome)) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
            for (int id = 0; id < WriteStream.IDS; id++) {
                if (acknowledged[id] == 0) {
                    continue;
                }
                var entry = opened.store.find(EntryKey.of("stream", "id" + id)).orElseThrow();
                int kept = Integer.parseInt(entry.of("a").getFirst());
                assertThat(kept).isGreaterThanOrEqualTo(acknowledged[id]);
                assertThat(entry.of("b")).isEqualTo(entry.of("a"));
                next = Math.max(next, kept + 1);
            }
            assertThat(opened.ledger(1000)).allMatch(event -> event.intact());
        }
        try (var files = Files.list(dataHome.resolve("gatehouse"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isSubsetOf(
                            "permissions.db",
                            "permissions.lock",
                            "permissions.backup-1",
                            "permissions.backup-2");
        }
    }
}
