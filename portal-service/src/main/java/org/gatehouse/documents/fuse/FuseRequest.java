package org.gatehouse.documents.fuse;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// A request of the kernel, read where it was received; `struct fuse_in_header` and what follows.
///
/// What follows is at offsets from the end of the header, as the structures of `linux/fuse.h` have
/// them. Threads: the one that received it.
public final class FuseRequest {

    static final int HEADER = 40;

    private final MemorySegment received;

    FuseRequest(MemorySegment buffer) {
        received = buffer;
    }

    /// Bytes with the header.
    int length() {
        return received.get(JAVA_INT, 0);
    }

    /// One of [Opcode], or one that is none of ours.
    public int opcode() {
        return received.get(JAVA_INT, 4);
    }

    /// The number that the reply bears.
    public long unique() {
        return received.get(JAVA_LONG, 8);
    }

    /// The node that it is about.
    public long node() {
        return received.get(JAVA_LONG, 16);
    }

    /// The process that asks, as seen from ours; 0 if it cannot be seen or it is the kernel.
    public int process() {
        return received.get(JAVA_INT, 32);
    }

    public int int32(int at) {
        return received.get(JAVA_INT, HEADER + at);
    }

    public long int64(int at) {
        return received.get(JAVA_LONG, HEADER + at);
    }

    /// Where bytes are that a system call can use as they are.
    public long address(int at) {
        return received.address() + HEADER + at;
    }

    /// Bytes up to a NUL, each as one character.
    public String name(int at) {
        int end = at + nameLength(at);
        return new String(bytes(at, end - at), StandardCharsets.ISO_8859_1);
    }

    /// The number of bytes up to a NUL, which the kernel puts behind each name.
    public int nameLength(int at) {
        int most = length() - HEADER - at;
        int length = 0;
        while (length < most && received.get(JAVA_BYTE, HEADER + at + length) != 0) {
            length++;
        }
        return length;
    }

    private byte[] bytes(int at, int length) {
        var bytes = new byte[length];
        MemorySegment.copy(received, JAVA_BYTE, HEADER + at, bytes, 0, length);
        return bytes;
    }
}
