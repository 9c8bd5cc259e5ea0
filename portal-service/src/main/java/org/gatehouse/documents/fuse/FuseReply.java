package org.gatehouse.documents.fuse;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// The answer to one request, written where it will be sent from; `struct fuse_out_header` and what
/// follows, at offsets from the end of the header.
///
/// Threads: the one that received the request.
public final class FuseReply {

    static final int HEADER = 16;

    private static final int DIRECT_IO = 1;

    private final MemorySegment buffer;
    private final Agreement agreement;
    private int length;

    FuseReply(MemorySegment buffer, Agreement agreement) {
        this.buffer = buffer;
        this.agreement = agreement;
    }

    /// Makes it empty again.
    void clear() {
        length = 0;
    }

    /// The most bytes that may follow the header.
    public int room() {
        return (int) buffer.byteSize() - HEADER;
    }

    /// Where what follows the header begins, for system calls that write there.
    public long address() {
        return buffer.address() + HEADER;
    }

    /// Says how many bytes follow the header; those not written since are whatever they were.
    public void setLength(long bytes) {
        length = (int) bytes;
    }

    public int length() {
        return length;
    }

    /// Makes so many bytes of zero follow.
    public void zeros(int bytes) {
        buffer.asSlice(HEADER, bytes).fill((byte) 0);
        length = bytes;
    }

    public void int32(int at, int value) {
        buffer.set(JAVA_INT, HEADER + at, value);
    }

    public void int64(int at, long value) {
        buffer.set(JAVA_LONG, HEADER + at, value);
    }

    /// Writes the `struct fuse_open_out` of a file.
    ///
    /// The kernel is asked to keep nothing of what is read and written, where it can still map the
    /// file: it would ask before each read whether the file has changed, which takes as long as
    /// reading. Older kernels keep it.
    public void opened(int at, long number) {
        int64(at, number);
        int32(at + 8, agreement.mayMapUnkept() ? DIRECT_IO : 0);
        int32(at + 12, 0);
    }

    /// What was written there.
    public long readInt64(int at) {
        return buffer.get(JAVA_LONG, HEADER + at);
    }

    public void bytes(int at, byte[] bytes) {
        MemorySegment.copy(bytes, 0, buffer, JAVA_BYTE, HEADER + at, bytes.length);
    }

    /// Copies bytes from another place.
    public void copy(MemorySegment from, long offset, int at, int count) {
        MemorySegment.copy(from, offset, buffer, HEADER + at, count);
    }

    /// Fills the header.
    ///
    /// @param error 0, or a negated error number, with which nothing follows
    /// @return the bytes to send
    int seal(long unique, int error) {
        int total = error == 0 ? HEADER + length : HEADER;
        buffer.set(JAVA_INT, 0, total);
        buffer.set(JAVA_INT, 4, error);
        buffer.set(JAVA_LONG, 8, unique);
        return total;
    }

    long start() {
        return buffer.address();
    }
}
