package org.gatehouse.store.gvdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/// Appends to a file, with a checksum over everything behind the header.
///
/// Threads: one.
final class FileOutput {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long flushed = TableFile.HEADER_SIZE;

    /// @param channel empty, writable
    FileOutput(FileChannel channel) throws IOException {
        this.channel = channel;
        channel.position(TableFile.HEADER_SIZE);
    }

    /// The offset in the file at which the next byte goes.
    int position() {
        return Math.toIntExact(flushed + buffer.position());
    }

    void align(int alignment) throws IOException {
        int end = Type.aligned(position(), alignment);
        while (position() < end) {
            room(1).put((byte) 0);
        }
    }

    void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += BUFFER_SIZE) {
            int length = Math.min(BUFFER_SIZE, bytes.length - from);
            room(length).put(bytes, from, length);
        }
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    /// The lowest `bytes` bytes of a number.
    void putNumber(int value, int bytes) throws IOException {
        var room = room(bytes);
        for (int i = 0; i < bytes; i++) {
            room.put((byte) (value >>> (8 * i)));
        }
    }

    /// Two bytes of size and one each of type and nothing, as the format has them in an item.
    void putSizeAndType(int size, char type) throws IOException {
        room(Integer.BYTES).putShort((short) size).put((byte) type).put((byte) 0);
    }

    /// The checksum of everything so far; what is written later does not count.
    int checksum() throws IOException {
        flush();
        return (int) checksum.getValue();
    }

    void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        flushed += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private ByteBuffer room(int length) throws IOException {
        if (buffer.remaining() < length) {
            flush();
        }
        return buffer;
    }
}
