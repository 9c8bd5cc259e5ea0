package org.gatehouse.store.gvdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.store.Entry;

/// Writes a table file that the reference reads as its own.
///
/// Entries go to the file as they come; what has to be known of all of them is kept outside the
/// heap. An id of more than 65,535 bytes cannot be a key of the format and is left out.
///
/// Threads: one.
public final class TableFileWriter implements AutoCloseable {

    private static final int MAX_KEY = 0xffff;
    private static final int NO_ROW = -1;
    private static final byte[] NUL = {0};
    private static final byte[] TYPE_OF_IDS = {0, 'a', 's'};

    private final FileChannel channel;
    private final Arena arena = Arena.ofConfined();
    private final FileOutput out;
    private final HashTable main = new HashTable(arena);

    /// A row is an app in an entry. The rows of an app are a chain that begins with its last.
    private final Map<String, Integer> lastRows = new LinkedHashMap<>();

    private final Numbers rowItems = new Numbers(arena);
    private final Numbers rowsBefore = new Numbers(arena);

    /// @param channel of an empty file, readable and writable; the caller closes it
    public TableFileWriter(FileChannel channel) throws IOException {
        this.channel = channel;
        this.out = new FileOutput(channel);
    }

    /// Appends an entry.
    public void add(String id, Entry entry) throws IOException {
        var key = id.getBytes(UTF_8);
        if (key.length > MAX_KEY) {
            return;
        }
        for (var app : entry.permissions().keySet()) {
            rowsBefore.add(lastRows.getOrDefault(app, NO_ROW));
            lastRows.put(app, rowItems.size());
            rowItems.add(main.size());
        }
        int keyStart = putKey(key);
        out.align(8);
        int start = out.position();
        out.put(GVariantEncoder.encode(entry));
        main.add(key, keyStart, 'v', start, out.position());
    }

    /// Completes the file.
    ///
    /// @param sequence the store's sequence number as of which this is a mirror
    public void finish(long sequence) throws IOException {
        var appTable = apps();
        var root = new HashTable(arena);
        addTable(root, TableFile.MAIN, main);
        addTable(root, TableFile.APPS, appTable);
        addMark(root, sequence);
        out.align(Integer.BYTES);
        int start = out.position();
        root.writeTo(out);
        int end = out.position();
        out.flush();
        writeHeader(start, end);
    }

    @Override
    public void close() {
        arena.close();
    }

    private HashTable apps() throws IOException {
        out.flush();
        var written = channel.map(MapMode.READ_ONLY, 0, out.position(), arena);
        var table = new HashTable(arena);
        for (var app : lastRows.entrySet()) {
            var key = app.getKey().getBytes(UTF_8);
            if (key.length <= MAX_KEY) {
                int keyStart = putKey(key);
                int start = out.position();
                putIds(written, app.getValue());
                table.add(key, keyStart, 'v', start, out.position());
            }
        }
        return table;
    }

    /// The ids of one app, from its last row back to its first: an array of strings in a variant.
    private void putIds(MemorySegment written, int lastRow) throws IOException {
        int body = 0;
        int count = 0;
        for (int row = lastRow; row != NO_ROW; row = rowsBefore.get(row)) {
            body += main.keySize(rowItems.get(row)) + 1;
            count++;
        }
        for (int row = lastRow; row != NO_ROW; row = rowsBefore.get(row)) {
            int item = rowItems.get(row);
            out.put(written.asSlice(main.keyStart(item), main.keySize(item)).toArray(JAVA_BYTE));
            out.put(NUL);
        }
        int width = OffsetWidth.forBody(body, count);
        int end = 0;
        for (int row = lastRow; row != NO_ROW; row = rowsBefore.get(row)) {
            end += main.keySize(rowItems.get(row)) + 1;
            out.putNumber(end, width);
        }
        out.put(TYPE_OF_IDS);
    }

    private void addTable(HashTable root, String name, HashTable table) throws IOException {
        var key = name.getBytes(UTF_8);
        int keyStart = putKey(key);
        out.align(Integer.BYTES);
        int start = out.position();
        table.writeTo(out);
        root.add(key, keyStart, 'H', start, out.position());
    }

    private int putKey(byte[] key) throws IOException {
        int start = out.position();
        out.put(key);
        return start;
    }

    private void addMark(HashTable root, long sequence) throws IOException {
        var key = TableFile.MARK.getBytes(UTF_8);
        int keyStart = putKey(key);
        out.align(8);
        int start = out.position();
        var mark = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        mark.putLong(sequence)
                .putInt(TableFile.seal(out.checksum(), sequence))
                .putInt(0)
                .put((byte) 0)
                .put("(tu)".getBytes(UTF_8));
        out.put(mark.array());
        root.add(key, keyStart, 'v', start, out.position());
    }

    private void writeHeader(int start, int end) throws IOException {
        var header = ByteBuffer.allocate(TableFile.HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(TableFile.SIGNATURE).putInt(0).putInt(0).putInt(start).putInt(end).flip();
        channel.write(header, 0);
    }
}
