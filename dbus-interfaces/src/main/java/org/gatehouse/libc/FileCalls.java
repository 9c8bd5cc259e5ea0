package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// The system calls behind [Descriptor]. Threads: any; each call has its own `errno`.
final class FileCalls {

    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_SIZE = 256;
    private static final short POLLIN = 1;
    private static final long SYS_PIDFD_SEND_SIGNAL = 424;
    private static final long SYS_PIDFD_OPEN = 434;

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
            var name = arena.allocate(path.length + 1L).copyFrom(MemorySegment.ofArray(path));
            return OPENAT.call(arena, folder, name.address(), flags);
        }
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
            STATX.call(arena, descriptor, here, AT_EMPTY_PATH, STATX_BASIC_STATS, buffer.address());
            long device =
                    ((long) buffer.get(JAVA_INT, 136) << 32)
                            | (buffer.get(JAVA_INT, 140) & 0xFFFF_FFFFL);
            return new FileStatus(
                    buffer.get(JAVA_SHORT, 28) & 0xFFFF, device, buffer.get(JAVA_LONG, 32));
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
