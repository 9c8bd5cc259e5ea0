package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.Entry;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.StoreStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bar R6: damage to the database is never silent, never a crash and never wider access.
class R6DamagedDatabaseTest {

    private static final long SEED = 20261120;
    private static final int PAGE = 4096;

    @TempDir Path folder;

    private final Map<EntryKey, Entry> written =
            new TreeMap<>(java.util.Comparator.comparing(EntryKey::toString));
    private Path whole;

    @BeforeEach
    void write() {
        whole = folder.resolve("whole");
        try (var opened = Opened.in(whole)) {
            for (int i = 0; i < 120; i++) {
                opened.set(
                        "table" + i % 3,
                        "id" + i,
                        "org.example.App" + i,
                        i % 2 == 0 ? "yes" : "no",
                        "w" + i);
            }
            for (int i = 0; i < 120; i++) {
                var key = EntryKey.of("table" + i % 3, "id" + i);
                written.put(key, opened.store.find(key).orElseThrow());
            }
        }
    }

    @Test
    void aFlippedBitIsRestored() throws Exception {
        every(LongForm.rounds(40, 2000), true, R6DamagedDatabaseTest::flip);
    }

    @Test
    void aPageOfGarbageIsRestored() throws Exception {
        every(LongForm.rounds(15, 500), true, R6DamagedDatabaseTest::garbage);
    }

    @Test
    void aTruncatedDatabaseIsRestored() throws Exception {
        every(LongForm.rounds(15, 500), true, R6DamagedDatabaseTest::truncate);
    }

    @Test
    void withNothingToRestoreFromWhatIsLostIsRefused() throws Exception {
        every(LongForm.rounds(20, 500), false, R6DamagedDatabaseTest::flip);
        every(LongForm.rounds(8, 200), false, R6DamagedDatabaseTest::garbage);
        every(LongForm.rounds(8, 200), false, R6DamagedDatabaseTest::truncate);
    }

    private void every(int rounds, boolean copies, BiFunction<byte[], Random, byte[]> damage)
            throws IOException {
        var random = new Random(SEED);
        var intact = Files.readAllBytes(whole.resolve("gatehouse/permissions.db"));
        int noticed = 0;
        for (int round = 0; round < rounds; round++) {
            var home = folder.resolve("round");
            Opened.deleteFolder(home);
            Opened.copyFolder(whole, home);
            if (!copies) {
                Opened.deleteFolder(home.resolve("flatpak"));
                Files.delete(home.resolve("gatehouse/permissions.backup-1"));
                Files.deleteIfExists(home.resolve("gatehouse/permissions.backup-2"));
            }
            Files.write(
                    home.resolve("gatehouse/permissions.db"), damage.apply(intact.clone(), random));
            noticed += check(home, copies) ? 1 : 0;
        }
        System.out.println("R6: " + rounds + " times, " + noticed + " noticed, seed " + SEED);
    }

    /// @return whether the damage was noticed
    private boolean check(Path home, boolean copies) {
        try (var opened = Opened.in(home)) {
            var status = opened.store.status();
            for (var entry : written.entrySet()) {
                var found = find(opened, entry.getKey());
                if (status == StoreStatus.LOST) {
                    assertThat(found).isEmpty();
                } else {
                    assertThat(found).contains(entry.getValue());
                }
            }
            assertThat(copies && status == StoreStatus.LOST).isFalse();
            opened.set("after", "id", "app", "yes");
            assertThat(opened.words("after", "id", "app")).isEqualTo(List.of("yes"));
            return status != StoreStatus.GOOD;
        }
    }

    /// Empty if it is refused; not found is not an answer.
    private static Optional<Entry> find(Opened opened, EntryKey key) {
        try {
            var found = opened.store.find(key);
            assertThat(found).as(opened.store.status().name()).isPresent();
            return found;
        } catch (PortalException refused) {
            assertThat(refused.kind()).isEqualTo(PortalException.Kind.FAILED);
            return Optional.empty();
        }
    }

    private static byte[] flip(byte[] file, Random random) {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        return file;
    }

    private static byte[] garbage(byte[] file, Random random) {
        var page = new byte[PAGE];
        random.nextBytes(page);
        System.arraycopy(page, 0, file, PAGE * random.nextInt(file.length / PAGE), PAGE);
        return file;
    }

    private static byte[] truncate(byte[] file, Random random) {
        return Arrays.copyOf(file, random.nextInt(file.length));
    }
}
