package org.gatehouse.store.gvdb;

import static java.nio.ByteBuffer.wrap;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gatehouse.store.Entry;
import org.gatehouse.store.StoredValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    private static final Entry MAPS =
            new Entry(
                    Map.of("org.gnome.Maps", List.of("EXACT", "1789000000"), "", List.of("x")),
                    new StoredValue("y", new byte[] {0}));

    @TempDir Path folder;

    @Test
    void givesBackWhatWasWritten() throws Exception {
        var entries = Map.of("location", MAPS, "", Entry.EMPTY, "ü/..", MAPS.without(""));

        assertThat(read(wrap(write(entries, 7)))).isEqualTo(entries);
        assertThat(new TableFileReader(wrap(write(entries, 7))).mirroredAt()).hasValue(7);
    }

    @Test
    void holdsNothing() throws Exception {
        assertThat(read(wrap(write(Map.of(), 1)))).isEmpty();
    }

    @Test
    void holdsManyEntriesOfOneApp() throws Exception {
        var entries = new TreeMap<String, Entry>();
        for (int i = 0; i < 20_000; i++) {
            entries.put("resource-" + i, MAPS);
        }

        assertThat(read(wrap(write(entries, 3)))).isEqualTo(entries);
    }

    @Test
    void refusesWhatIsNoTableFile() {
        for (var bytes : List.of(new byte[0], new byte[23], new byte[4096])) {
            assertThatThrownBy(() -> new TableFileReader(wrap(bytes)))
                    .isInstanceOf(DamagedTable.class);
        }
    }

    @Test
    void neverReadsMoreThanThereIsWhereverAByteIsWrong() throws Exception {
        var file = write(Map.of("location", MAPS, "id", Entry.EMPTY), 9);
        var random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            var bytes = file.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            readable(wrap(bytes, 0, length).slice());
        }
    }

    @Test
    void anyBitThatIsWrongInAMirrorShows() throws Exception {
        var file = write(Map.of("location", MAPS, "id", Entry.EMPTY), 9);
        var entries = read(wrap(file));
        for (int bit = 0; bit < 8 * file.length; bit++) {
            var bytes = file.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            var changed = wrap(bytes);
            if (readable(changed) && new TableFileReader(changed).mirroredAt().isPresent()) {
                assertThat(read(changed)).isEqualTo(entries);
            }
        }
    }

    private static boolean readable(ByteBuffer file) {
        try {
            var reader = new TableFileReader(file);
            reader.entries((_, _) -> {});
            reader.checkMirror();
            var _ = reader.mirroredAt();
            return true;
        } catch (DamagedTable expected) {
            return false;
        }
    }

    private static Map<String, Entry> read(ByteBuffer file) throws DamagedTable {
        var entries = new TreeMap<String, Entry>();
        new TableFileReader(file).entries(entries::put);
        return entries;
    }

    private byte[] write(Map<String, Entry> entries, long sequence) throws IOException {
        var file = folder.resolve("table");
        Files.deleteIfExists(file);
        try (var channel = FileChannel.open(file, CREATE_NEW, READ, WRITE);
                var writer = new TableFileWriter(channel)) {
            for (var entry : entries.entrySet()) {
                writer.add(entry.getKey(), entry.getValue());
            }
            writer.finish(sequence);
        }
        return Files.readAllBytes(file);
    }
}
