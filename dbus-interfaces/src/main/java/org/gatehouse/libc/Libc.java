package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/// Finds functions of the C library and reads `errno` after them.
///
/// Threads: all of this may be used from any thread. The segment that takes `errno` belongs to one
/// thread at a time: allocate one per call or per object that is used by one thread.
public final class Libc {

    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final int SIGKILL = 9;
    public static final int SIGTERM = 15;

    /// RLIMIT_NOFILE.
    private static final int OPEN_FILES = 7;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = CALL_STATE.byteOffset(PathElement.groupElement("errno"));

    /// Five integers or pointers to one: the shape of most functions, and linked once for all.
    static final FunctionDescriptor PLAIN =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodHandle DLSYM =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().find("dlsym").orElseThrow(),
                    PLAIN,
                    Linker.Option.captureCallState("errno"));
    private static final PlainFunction CLOSE = new PlainFunction("close");

    private Libc() {}

    /// A function that does not report `errno`.
    ///
    /// @throws UnsatisfiedLinkError if the C library does not have it
    public static MethodHandle function(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(symbol(name), shape);
    }

    /// A function whose first argument is a segment of [#callState] that takes `errno`.
    ///
    /// @throws UnsatisfiedLinkError if the C library does not have it
    public static MethodHandle failing(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(symbol(name), shape, Linker.Option.captureCallState("errno"));
    }

    /// Room for the `errno` of one call at a time.
    public static MemorySegment callState(Arena arena) {
        return arena.allocate(CALL_STATE);
    }

    /// The error number that the last call with this segment left.
    public static int errno(MemorySegment callState) {
        return callState.get(JAVA_INT, ERRNO);
    }

    /// Closes a descriptor; one that is not open is ignored.
    public static void close(int descriptor) {
        try (var arena = Arena.ofConfined()) {
            CLOSE.call(callState(arena), descriptor, 0, 0);
        }
    }

    private static MemorySegment symbol(String name) {
        try (var arena = Arena.ofConfined()) {
            // RTLD_DEFAULT is the null handle
            long text = arena.allocateFrom(name).address();
            long found = (long) DLSYM.invokeExact(callState(arena), 0L, text, 0L, 0L, 0L);
            if (found == 0) {
                throw new UnsatisfiedLinkError(name);
            }
            return MemorySegment.ofAddress(found);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// CLOCK_BOOTTIME in nanoseconds: goes on while the machine sleeps, never goes back.
    public static long bootTimeNanos() {
        try (var arena = Arena.ofConfined()) {
            var time = arena.allocate(16, 8);
            Clock.GETTIME.call(callState(arena), Clock.BOOTTIME, time.address(), 0);
            return time.get(JAVA_LONG, 0) * 1_000_000_000L + time.get(JAVA_LONG, 8);
        }
    }

    /// How many descriptors this process may have open. The virtual machine raises the limit to
    /// what is allowed when it starts.
    public static long mostDescriptors() {
        try (var arena = Arena.ofConfined()) {
            var limit = arena.allocate(16, 8);
            new PlainFunction("getrlimit").call(callState(arena), OPEN_FILES, limit.address(), 0);
            long most = limit.get(JAVA_LONG, 0);
            return most < 0 ? Long.MAX_VALUE : most; // none is all ones
        }
    }

    /// The user whose rights this process has.
    public static long effectiveUser() {
        try {
            return Integer.toUnsignedLong((int) User.GETEUID.invokeExact());
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// Linked on first use. A user's number may be what looks like an error.
    private static final class User {
        static final MethodHandle GETEUID = function("geteuid", FunctionDescriptor.of(JAVA_INT));
    }

    private static final class Clock {
        static final int BOOTTIME = 7;
        static final PlainFunction GETTIME = new PlainFunction("clock_gettime");
    }
}
