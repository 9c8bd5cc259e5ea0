package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The system calls behind [Descriptor]. Threads: any; each call has its own `errno`.
final class FileCalls {

    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_SIZE = 256;
    private static final short POLLIN = 1;
    private static final long SYS_PIDFD_OPEN = 434;

    private static final MethodHandle OPENAT =
            Libc.failing("openat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle READ =
            Libc.failing("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle READLINKAT =
            Libc.failing(
                    "readlinkat",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle STATX =
            Libc.failing(
                    "statx",
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle POLL =
            Libc.failing("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    // the C library has a function of that name only since 2.36
    private static final MethodHandle SYSCALL =
            Libc.failing(
                    "syscall", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private FileCalls() {}

    static int openAt(int folder, String path, int flags) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            int opened = (int) OPENAT.invokeExact(state, folder, arena.allocateFrom(path), flags);
            return (int) checked("openat", opened, state);
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    /// The number of bytes read, 0 at the end.
    static int read(int descriptor, MemorySegment into) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            long got;
            do {
                got = (long) READ.invokeExact(state, descriptor, into, into.byteSize());
            } while (got < 0 && Libc.errno(state) == Libc.EINTR);
            return (int) checked("read", got, state);
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    /// The number of bytes of the link's text; as many as fit.
    static int readLinkAt(int folder, String path, MemorySegment into) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            var name = arena.allocateFrom(path);
            long got = (long) READLINKAT.invokeExact(state, folder, name, into, into.byteSize());
            return (int) checked("readlinkat", got, state);
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    static FileStatus status(int descriptor) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            var buffer = arena.allocate(STATX_SIZE, 8);
            int result =
                    (int)
                            STATX.invokeExact(
                                    state,
                                    descriptor,
                                    arena.allocateFrom(""),
                                    AT_EMPTY_PATH,
                                    STATX_BASIC_STATS,
                                    buffer);
            checked("statx", result, state);
            long device =
                    ((long) buffer.get(JAVA_INT, 136) << 32)
                            | (buffer.get(JAVA_INT, 140) & 0xFFFF_FFFFL);
            return new FileStatus(
                    buffer.get(JAVA_SHORT, 28) & 0xFFFF, device, buffer.get(JAVA_LONG, 32));
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    /// Whether a read would not wait; for a pidfd: whether the process has ended.
    static boolean isReadable(int descriptor) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            var poll = arena.allocate(8, 4);
            poll.set(JAVA_INT, 0, descriptor);
            poll.set(JAVA_SHORT, 4, POLLIN);
            int ready;
            do {
                ready = (int) POLL.invokeExact(state, poll, 1L, 0);
            } while (ready < 0 && Libc.errno(state) == Libc.EINTR);
            return checked("poll", ready, state) > 0;
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    static int openProcess(int pid) throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            long opened = (long) SYSCALL.invokeExact(state, SYS_PIDFD_OPEN, (long) pid, 0L);
            return (int) checked("pidfd_open", opened, state);
        } catch (Throwable e) {
            throw passed(e);
        }
    }

    private static long checked(String call, long result, MemorySegment state)
            throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(call, Libc.errno(state));
        }
        return result;
    }

    private static RuntimeException passed(Throwable e) throws SystemCallException {
        switch (e) {
            case SystemCallException failure -> throw failure;
            case Error error -> throw error;
            case RuntimeException fault -> throw fault;
            default -> throw new AssertionError(e);
        }
    }
}
