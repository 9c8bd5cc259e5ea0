package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// The system calls behind [Descriptor]. Threads: any; each call has its own `errno`.
final class FileCalls {

    private static final int AT_EMPTY_PATH = 0x1000;

    /// What is told does not change while the file is open, so nobody has to be asked for it: least
    /// of all a file system of this very process, which could be killed while it waits for itself
    /// and would then never end.
    private static final int AT_STATX_DONT_SYNC = 0x4000;

    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_SIZE = 256;
    private static final short POLLIN = 1;
    private static final long SYS_PIDFD_SEND_SIGNAL = 424;
    private static final long SYS_PIDFD_OPEN = 434;
    private static final long SYS_OPENAT2 = 437;
    private static final int AT_FDCWD = -100;
    private static final int OPEN_HOW = 24;
    private static final long NO_LINKS = 0x02 | 0x04;
    private static final int LONGEST_HANDLE = 128;

    private static final PlainFunction OPENAT = new PlainFunction("openat");
    private static final PlainFunction READ = new PlainFunction("read");
    private static final PlainFunction READLINKAT = new PlainFunction("readlinkat");
    private static final PlainFunction STATX = new PlainFunction("statx");
    private static final PlainFunction POLL = new PlainFunction("poll");
    // the C library has a function of that name only since 2.36
    private static final PlainFunction SYSCALL = new PlainFunction("syscall");

    private FileCalls() {}

    static int openAt(int folder, String path, int flags) throws SystemCallException {
        return openAt(folder, path.getBytes(StandardCharsets.UTF_8), flags);
    }

    static int openAt(int folder, byte[] path, int flags) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return OPENAT.call(arena, folder, bytes(arena, path), flags);
        }
    }

    /// The address of these bytes with a NUL behind them.
    static long bytes(Arena arena, byte[] path) {
        return arena.allocate(path.length + 1L).copyFrom(MemorySegment.ofArray(path)).address();
    }

    /// Opens a path that no link may lead on, anywhere in it; `openat2` of RESOLVE_NO_SYMLINKS and
    /// RESOLVE_NO_MAGICLINKS.
    static int openWithoutLinks(byte[] path, int flags) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var how = arena.allocate(OPEN_HOW, 8);
            how.set(JAVA_LONG, 0, flags);
            how.set(JAVA_LONG, 16, NO_LINKS);
            return SYSCALL.call(
                    arena, SYS_OPENAT2, AT_FDCWD, bytes(arena, path), how.address(), OPEN_HOW);
        }
    }

    /// The handle of an open file: its type (32 bits as this machine writes them), then its bytes;
    /// nothing where the file system has no handles.
    static byte[] handle(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            var handle = arena.allocate(8 + LONGEST_HANDLE, 8);
            handle.set(JAVA_INT, 0, LONGEST_HANDLE);
            long here = arena.allocateFrom("").address();
            long mount = arena.allocate(8, 8).address();
            Handles.NAME_TO_HANDLE.call(
                    arena, descriptor, here, handle.address(), mount, AT_EMPTY_PATH);
            return handle.asSlice(4, 4L + handle.get(JAVA_INT, 0)).toArray(JAVA_BYTE);
        } catch (SystemCallException e) {
            return new byte[0];
        }
    }

    /// Looked up when it is first needed, which in most processes is never.
    private static final class Handles {
        static final PlainFunction NAME_TO_HANDLE = new PlainFunction("name_to_handle_at");
    }

    /// The number of bytes read, 0 at the end.
    static int read(int descriptor, MemorySegment into) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return READ.call(arena, descriptor, into.address(), into.byteSize());
        }
    }

    /// The number of bytes written.
    static int write(int descriptor, MemorySegment from) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return Writing.WRITE.call(arena, descriptor, from.address(), from.byteSize());
        }
    }

    /// Looked up when it is first needed, which in most processes is never.
    private static final class Writing {
        static final PlainFunction WRITE = new PlainFunction("write");
    }

    /// The number of bytes of the link's text; as many as fit.
    static int readLinkAt(int folder, String path, MemorySegment into) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            long name = arena.allocateFrom(path).address();
            return READLINKAT.call(arena, folder, name, into.address(), into.byteSize());
        }
    }

    static FileStatus status(int descriptor) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(STATX_SIZE, 8);
            long here = arena.allocateFrom("").address();
            STATX.call(
                    arena,
                    descriptor,
                    here,
                    AT_EMPTY_PATH | AT_STATX_DONT_SYNC,
                    STATX_BASIC_STATS,
                    buffer.address());
            return FileStatus.ofStatx(buffer);
        }
    }

    /// Whether a read would not wait; for a pidfd: whether the process has ended.
    static boolean isReadable(int descriptor) throws SystemCallException {
        return isReadable(descriptor, 0);
    }

    /// As above, but waits for it.
    static boolean isReadable(int descriptor, int millis) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var poll = arena.allocate(8, 4);
            poll.set(JAVA_INT, 0, descriptor);
            poll.set(JAVA_SHORT, 4, POLLIN);
            return POLL.call(arena, poll.address(), 1, millis) > 0;
        }
    }

    static int openProcess(int pid) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            return SYSCALL.call(arena, SYS_PIDFD_OPEN, pid, 0);
        }
    }

    static void signal(int process, int signal) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            SYSCALL.call(arena, SYS_PIDFD_SEND_SIGNAL, process, signal, 0, 0);
        }
    }
}
