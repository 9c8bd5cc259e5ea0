package org.gatehouse.store.gvdb;

import java.io.IOException;
import java.lang.foreign.Arena;

/// The items of a hash table that is being written.
///
/// Threads: that of the arena.
final class HashTable {

    private final Numbers hashes;
    private final Numbers keyStarts;
    private final Numbers keySizes;
    private final Numbers types;
    private final Numbers starts;
    private final Numbers ends;
    private final Arena arena;

    HashTable(Arena arena) {
        this.arena = arena;
        hashes = new Numbers(arena);
        keyStarts = new Numbers(arena);
        keySizes = new Numbers(arena);
        types = new Numbers(arena);
        starts = new Numbers(arena);
        ends = new Numbers(arena);
    }

    int size() {
        return hashes.size();
    }

    int keyStart(int item) {
        return keyStarts.get(item);
    }

    int keySize(int item) {
        return keySizes.get(item);
    }

    /// Adds an item whose key and value are in the file already.
    ///
    /// @param type `v` for a value, `H` for a hash table
    void add(byte[] key, int keyStart, char type, int start, int end) {
        hashes.add(TableFile.hash(key));
        keyStarts.add(keyStart);
        keySizes.add(key.length);
        types.add(type);
        starts.add(start);
        ends.add(end);
    }

    /// Appends the table: header, buckets, and the items in the order of their buckets.
    void writeTo(FileOutput out) throws IOException {
        out.align(Integer.BYTES);
        out.putInt(TableFile.BLOOM);
        out.putInt(size());
        var order = new Numbers(arena);
        order.fill(size());
        var next = firstOfBuckets();
        for (int bucket = 0; bucket < size(); bucket++) {
            out.putInt(next.get(bucket));
        }
        for (int item = 0; item < size(); item++) {
            int bucket = bucket(item);
            order.set(next.get(bucket), item);
            next.set(bucket, next.get(bucket) + 1);
        }
        for (int place = 0; place < size(); place++) {
            writeItem(out, order.get(place));
        }
    }

    private Numbers firstOfBuckets() {
        var first = new Numbers(arena);
        first.fill(size() + 1);
        for (int item = 0; item < size(); item++) {
            int after = bucket(item) + 1;
            first.set(after, first.get(after) + 1);
        }
        for (int bucket = 0; bucket < size(); bucket++) {
            first.set(bucket + 1, first.get(bucket) + first.get(bucket + 1));
        }
        return first;
    }

    private int bucket(int item) {
        return Integer.remainderUnsigned(hashes.get(item), size());
    }

    private void writeItem(FileOutput out, int item) throws IOException {
        out.putInt(hashes.get(item));
        out.putInt(TableFile.NO_PARENT);
        out.putInt(keyStarts.get(item));
        out.putSizeAndType(keySizes.get(item), (char) types.get(item));
        out.putInt(starts.get(item));
        out.putInt(ends.get(item));
    }
}
