package org.gatehouse.store.gvdb;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The numbers of the GVDB format and the names that the reference gives its tables.
///
/// A file begins with 24 bytes: the signature, a version and options, and a pointer (start and end)
/// to the outer hash table. A hash table is 4 bytes of Bloom filter size (none here) with its
/// shift, the number of buckets, for each bucket the index of its first item, and the items in the
/// order of buckets; 24 bytes each: hash of the key, parent (none here), start and size of the key,
/// type, pointer to the value.
///
/// Source: GLib, `gvdb-format.h`, `gvdb-builder.c`, `gvdb-reader.c`.
final class TableFile {

    /// `GVariant`
    static final long SIGNATURE = 0x746e616972615647L;

    static final int HEADER_SIZE = 24;
    static final int HASH_HEADER_SIZE = 8;
    static final int ITEM_SIZE = 24;
    static final int NO_PARENT = -1;

    /// The Bloom filter's shift as GLib writes it, with a filter of no words.
    static final int BLOOM = 5 << 27;

    static final int BLOOM_WORDS = (1 << 27) - 1;

    static final String MAIN = "main";
    static final String APPS = "apps";

    /// Our own key beside them: shows that the file is our mirror, and as of when. Other readers
    /// ignore it, other writers leave it out.
    static final String MARK = "gatehouse";

    static final String ENTRY = "(va{sas})";

    private TableFile() {}

    /// The checksum in our mark: over the content of the file and the sequence number.
    static int seal(int contentChecksum, long sequence) {
        var checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        return contentChecksum ^ (int) checksum.getValue();
    }

    /// The hash of a key: djb2 over signed bytes.
    static int hash(byte[] key) {
        int hash = 5381;
        for (byte b : key) {
            hash = hash * 33 + b;
        }
        return hash;
    }
}
