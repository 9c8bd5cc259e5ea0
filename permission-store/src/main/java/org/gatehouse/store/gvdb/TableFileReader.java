package org.gatehouse.store.gvdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.gatehouse.store.Entry;

/// Reads a table file of the reference, or a mirror of ours.
///
/// Nothing is believed: whatever is not as the writer makes it is a [DamagedTable], never another
/// exception. The list of apps is not read, since it follows from the entries.
///
/// Threads: one.
public final class TableFileReader {

    private static final int MAX_SIZE = 1 << 30;
    private static final Type MARK = Type.of("(tu)");

    private final ByteBuffer file;
    private final Map<String, Item> root;

    private record Item(char type, int start, int end) {}

    private interface Visitor {
        void accept(String key, Item item) throws DamagedTable;
    }

    /// Takes one entry.
    @FunctionalInterface
    public interface EntryVisitor {
        void accept(String id, Entry entry) throws DamagedTable;
    }

    /// @param file the whole file
    public TableFileReader(ByteBuffer file) throws DamagedTable {
        this.file = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < TableFile.HEADER_SIZE || file.limit() > MAX_SIZE) {
            throw new DamagedTable("not the size of a table file");
        }
        if (this.file.getLong(0) != TableFile.SIGNATURE || this.file.getInt(8) != 0) {
            throw new DamagedTable("not a table file");
        }
        root = new HashMap<>();
        eachItem(this.file.getInt(16), this.file.getInt(20), root::put);
        require(TableFile.MAIN, 'H');
        require(TableFile.APPS, 'H');
    }

    /// Gives every entry to the visitor, in no particular order.
    public void entries(EntryVisitor visitor) throws DamagedTable {
        var main = require(TableFile.MAIN, 'H');
        var ids = new HashSet<String>();
        eachItem(
                main.start(),
                main.end(),
                (id, item) -> {
                    if (item.type() != 'v' || !ids.add(id)) {
                        throw new DamagedTable("an id that is no entry, or one twice");
                    }
                    visitor.accept(id, GVariantDecoder.decodeEntry(slice(item)));
                });
    }

    /// The store's sequence number as of which this file says that it is a mirror; empty if another
    /// program wrote it. Looks at that mark only.
    public OptionalLong mirroredAt() throws DamagedTable {
        var mark = root.get(TableFile.MARK);
        return mark == null ? OptionalLong.empty() : OptionalLong.of(mark(mark).getLong(0));
    }

    /// Checks that a mirror is as it was written, which takes as long as reading the file. Nothing
    /// tells that of a file of another program.
    public void checkMirror() throws DamagedTable {
        var mark = root.get(TableFile.MARK);
        if (mark == null) {
            return;
        }
        var written = mark(mark);
        if (TableFile.seal(checksum(mark.start()), written.getLong(0)) != written.getInt(8)) {
            throw new DamagedTable("a mirror that is not as it was written");
        }
    }

    private ByteBuffer mark(Item item) throws DamagedTable {
        var value = slice(item);
        var frame = new Frame(value, 0, value.length);
        if (item.type() != 'v' || !frame.variantType().equals(MARK)) {
            throw new DamagedTable("a mark that is none");
        }
        return ByteBuffer.wrap(GVariantDecoder.decode(MARK, frame.variantContent()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private int checksum(int end) throws DamagedTable {
        if (end < TableFile.HEADER_SIZE) {
            throw new DamagedTable("a mark within the header");
        }
        var checksum = new CRC32C();
        checksum.update(file.slice(TableFile.HEADER_SIZE, end - TableFile.HEADER_SIZE));
        return (int) checksum.getValue();
    }

    private Item require(String key, char type) throws DamagedTable {
        var item = root.get(key);
        if (item == null || item.type() != type) {
            throw new DamagedTable("no table " + key);
        }
        return item;
    }

    private void eachItem(int start, int end, Visitor visitor) throws DamagedTable {
        try {
            var table = file.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
            long bloomWords = table.getInt() & TableFile.BLOOM_WORDS;
            long buckets = Integer.toUnsignedLong(table.getInt());
            long items = TableFile.HASH_HEADER_SIZE + 4 * (bloomWords + buckets);
            if (start % 4 != 0
                    || items > table.limit()
                    || (table.limit() - items) % TableFile.ITEM_SIZE != 0) {
                throw new DamagedTable("a hash table of the wrong size");
            }
            table.position((int) items);
            while (table.hasRemaining()) {
                item(table, visitor);
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new DamagedTable("a hash table that leads outside");
        }
    }

    private void item(ByteBuffer table, Visitor visitor) throws DamagedTable {
        int hash = table.getInt();
        int parent = table.getInt();
        int keyStart = table.getInt();
        int keySize = table.getShort() & 0xffff;
        char type = (char) table.get();
        table.get();
        var item = new Item(type, table.getInt(), table.getInt());
        var key = bytes(keyStart, keySize);
        if (parent != TableFile.NO_PARENT || TableFile.hash(key) != hash) {
            throw new DamagedTable("a key that is not as it was written");
        }
        visitor.accept(new String(key, UTF_8), item);
    }

    private byte[] slice(Item item) throws DamagedTable {
        return bytes(item.start(), item.end() - item.start());
    }

    private byte[] bytes(int start, int length) throws DamagedTable {
        if (start < 0 || length < 0 || length > file.limit() - start) {
            throw new DamagedTable("a pointer that leads outside");
        }
        var bytes = new byte[length];
        file.get(start, bytes);
        return bytes;
    }
}
