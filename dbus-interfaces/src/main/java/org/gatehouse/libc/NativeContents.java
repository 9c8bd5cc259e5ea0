package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/// What is in open files and folders; as [NativeFiles], and of the same thread.
public final class NativeContents {

    private static final int F_OFD_GETLK = 36;
    private static final int F_OFD_SETLK = 37;

    private static final PlainFunction PREAD = new PlainFunction("pread");
    private static final PlainFunction PWRITE = new PlainFunction("pwrite");
    private static final PlainFunction READ = new PlainFunction("read");
    private static final PlainFunction WRITE = new PlainFunction("write");
    private static final PlainFunction LSEEK = new PlainFunction("lseek");
    private static final PlainFunction GETDENTS = new PlainFunction("getdents64");
    private static final PlainFunction TRUNCATE = new PlainFunction("ftruncate");
    private static final PlainFunction SYNC = new PlainFunction("fsync");
    private static final PlainFunction SYNC_DATA = new PlainFunction("fdatasync");
    private static final PlainFunction ALLOCATE = new PlainFunction("fallocate");
    private static final PlainFunction CONTROL = new PlainFunction("fcntl");

    private final MemorySegment state;
    private final MemorySegment lock;
    private final MemorySegment offsets;

    NativeContents(Arena arena, MemorySegment state) {
        this.state = state;
        this.lock = arena.allocate(32, 8);
        this.offsets = arena.allocate(16, 8);
    }

    /// The number of bytes, 0 at the end.
    public long read(int file, long into, long size, long offset) {
        return PREAD.callLong(state, file, into, size, offset, 0);
    }

    public long write(int file, long from, long size, long offset) {
        return PWRITE.callLong(state, file, from, size, offset, 0);
    }

    /// Reads on where the descriptor is.
    public long read(int file, long into, long size) {
        return READ.callLong(state, file, into, size, 0, 0);
    }

    /// Writes on where the descriptor is.
    public long write(int file, long from, long size) {
        return WRITE.callLong(state, file, from, size, 0, 0);
    }

    /// The new position.
    public long seek(int file, long offset, int whence) {
        return LSEEK.callLong(state, file, offset, whence, 0, 0);
    }

    /// The next entries of an open folder, as `struct linux_dirent64`; the number of bytes.
    public long entries(int folder, long into, long size) {
        return GETDENTS.callLong(state, folder, into, size, 0, 0);
    }

    public int truncate(int file, long size) {
        return (int) TRUNCATE.call(state, file, size, 0);
    }

    public int sync(int file, boolean onlyData) {
        return (int) (onlyData ? SYNC_DATA : SYNC).call(state, file, 0, 0);
    }

    public int allocate(int file, int mode, long offset, long length) {
        return (int) ALLOCATE.call(state, file, mode, offset, length, 0);
    }

    /// Sets or takes away a record lock that belongs to the open file (an OFD lock), without
    /// waiting.
    ///
    /// @param type F_RDLCK 0, F_WRLCK 1, F_UNLCK 2
    /// @param length in bytes, 0 for all that follows
    public int lock(int file, int type, long start, long length) {
        return control(F_OFD_SETLK, file, type, start, length);
    }

    /// Asks what would stand in the way of a lock; [#foundLock] has it.
    public int findLock(int file, int type, long start, long length) {
        return control(F_OFD_GETLK, file, type, start, length);
    }

    /// The `struct flock` of the last [#findLock]: type at 0 (16 bits), start at 8, length at 16,
    /// process at 24 (32 bits).
    public MemorySegment foundLock() {
        return lock.asReadOnly();
    }

    private int control(int command, int file, int type, long start, long length) {
        lock.fill((byte) 0);
        lock.set(JAVA_SHORT, 0, (short) type);
        lock.set(JAVA_LONG, 8, start);
        lock.set(JAVA_LONG, 16, length);
        return (int) CONTROL.call(state, file, command, lock.address());
    }

    /// Copies between two open files; the number of bytes.
    public long copy(int from, long fromOffset, int to, long toOffset, long length) {
        offsets.set(JAVA_LONG, 0, fromOffset);
        offsets.set(JAVA_LONG, 8, toOffset);
        long first = offsets.address();
        try {
            long copied =
                    (long)
                            Copying.COPY.invokeExact(
                                    state, (long) from, first, (long) to, first + 8, length, 0L);
            return copied < 0 ? -Libc.errno(state) : copied;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// The one function with six arguments: linked when it is first needed.
    private static final class Copying {
        static final MethodHandle COPY =
                Libc.failing(
                        "copy_file_range",
                        FunctionDescriptor.of(
                                JAVA_LONG,
                                Collections.nCopies(6, JAVA_LONG)
                                        .toArray(java.lang.foreign.MemoryLayout[]::new)));
    }
}
