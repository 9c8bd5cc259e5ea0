package org.gatehouse.store.gvdb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes that are being put together, little-endian, without a limit but memory.
///
/// Threads: one.
final class Bytes {

    private ByteBuffer buffer = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

    int size() {
        return buffer.position();
    }

    void align(int alignment) {
        int end = Type.aligned(size(), alignment);
        while (size() < end) {
            put(0);
        }
    }

    void put(int value) {
        room(1).put((byte) value);
    }

    void put(byte[] source, int from, int to) {
        room(to - from).put(source, from, to - from);
    }

    void put(byte[] source) {
        put(source, 0, source.length);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    /// The lowest `bytes` bytes of a number.
    void putNumber(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            put((int) (value >>> (8 * i)));
        }
    }

    /// Overwrites a number that was left open.
    void setInt(int position, int value) {
        buffer.putInt(position, value);
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer.array(), size());
    }

    private ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            int capacity = Math.max(buffer.capacity() * 2, size() + more);
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
        return buffer;
    }
}
