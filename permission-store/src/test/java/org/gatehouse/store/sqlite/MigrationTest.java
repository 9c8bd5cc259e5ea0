package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerCheck;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.LedgerFilter;
import org.gatehouse.store.LedgerRecord;
import org.gatehouse.store.StoreStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database of version 1 becomes one of version 2, with all that it holds.
class MigrationTest {

    private static final long SEED = 20261125;
    private static final EntryKey FIRST = EntryKey.of("table", "id1");

    @TempDir Path folder;

    private final SetClock clock = new SetClock();

    @Test
    void keepsEverything() throws Exception {
        make(folder);

        try (var opened = Opened.in(folder, "bus", clock)) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
            for (int i = 0; i < VersionOne.ENTRIES; i++) {
                var key = new GrantKey(EntryKey.of("table", "id" + i), AppKind.FLATPAK, "app");
                var grant = ((Decision.Granted) opened.store.decision(key).orElseThrow()).grant();
                assertThat(grant.permissions()).isEqualTo(List.of("w" + i));
                assertThat(grant.uses()).isEqualTo(i);
                assertThat(grant.lastUse()).isEqualTo(9);
                assertThat(grant.implied()).isFalse();
            }
            assertThat(opened.store.checkLedger())
                    .isEqualTo(new LedgerCheck(VersionOne.RECORDS, 0, 0));
            var expired =
                    new LedgerFilter(
                            Optional.of(FIRST),
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(LedgerEvent.Kind.EXPIRED),
                            0,
                            0);
            assertThat(opened.store.ledger(expired, 0, 10))
                    .extracting(LedgerRecord::sequence)
                    .containsExactly(77L);
        }
    }

    @Test
    void keepsTheEndOfAGrant() throws Exception {
        make(folder);

        try (var opened = Opened.in(folder, "bus", clock)) {
            clock.pass(Duration.ofHours(1));
            assertThat(opened.store.decision(new GrantKey(FIRST, AppKind.FLATPAK, "app")))
                    .isEmpty();
        }
    }

    @Test
    void aCopyOfVersionOneIsRestoredFrom() throws Exception {
        make(folder);
        var database = folder.resolve("gatehouse/permissions.db");
        Files.copy(database, folder.resolve("gatehouse/permissions.backup-1"));
        Files.write(database, new byte[8192]);

        try (var opened = Opened.in(folder, "bus", clock)) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.RESTORED);
            assertThat(opened.words("table", "id7", "app")).containsExactly("w7");
        }
    }

    @Test
    void damageIsNotCoveredUp() throws Exception {
        make(folder);
        try (var connection = Connections.writable(folder.resolve("gatehouse/permissions.db"))) {
            Schema.run(connection, "DELETE FROM terms WHERE id='id3'");
        }

        try (var opened = Opened.in(folder, "bus", clock)) {
            assertThat(opened.store.status()).isEqualTo(StoreStatus.LOST);
        }
    }

    /// Bar R2, for the migration.
    @Test
    void killedAtAnyMomentItLosesNothing() throws Exception {
        var lasting = new GrantKey(EntryKey.of("table", "id2"), AppKind.FLATPAK, "app");
        var template = folder.resolve("template");
        make(template);
        long usual = start(folder.resolve("usual"), template, Long.MAX_VALUE);
        var random = new Random(SEED);
        int rounds = LongForm.rounds(6, 500);
        for (int round = 0; round < rounds; round++) {
            var home = folder.resolve("home" + round);
            start(home, template, (long) (usual * (0.4 + 0.7 * random.nextDouble())));
            try (var opened = Opened.in(home, "bus", clock)) {
                assertThat(opened.store.status()).isEqualTo(StoreStatus.GOOD);
                assertThat(opened.words("table", "id29", "app")).containsExactly("w29");
                assertThat(opened.store.decision(lasting)).isPresent();
            }
            Opened.deleteFolder(home);
        }
        System.out.println("R2: " + rounds + " kills while migrating, seed " + SEED);
    }

    private void make(Path home) throws Exception {
        VersionOne.make(home, clock.time() - 60, clock.time() + Duration.ofHours(1).toSeconds());
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
}
