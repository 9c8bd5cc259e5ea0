package org.gatehouse.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The checksum of a row: 64 bits over all its columns, each with its length in front.
///
/// It finds what a disk does to a row, not what a person with a tool does: whoever may write the
/// file may write the checksum.
///
/// Threads: one.
final class Checksum {

    private final CRC32C high = new CRC32C();
    private final CRC32 low = new CRC32();

    Checksum add(String column) {
        return add(column.getBytes(UTF_8));
    }

    Checksum add(byte[] column) {
        add(column.length);
        high.update(column);
        low.update(column);
        return this;
    }

    Checksum add(long column) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(column).array();
        high.update(bytes);
        low.update(bytes);
        return this;
    }

    long value() {
        return high.getValue() << 32 | low.getValue();
    }
}
