package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// A function of the C library that takes at most five integers or pointers, returns an `int` or a
/// small `ssize_t`, and reports `errno`.
///
/// All of them are called in the one shape of five 64-bit arguments, which the calling conventions
/// of 64-bit Linux allow: each new shape costs milliseconds to link, and these calls are made at
/// the first request after a start. Threads: any; each call has its own `errno`.
final class PlainFunction {

    private static final FunctionDescriptor SHAPE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final int ARGUMENTS = 5;

    private final String name;
    private final MethodHandle function;

    PlainFunction(String name) {
        this.name = name;
        this.function = Libc.failing(name, SHAPE);
    }

    /// What the function returns, ≥ 0. A call that a signal interrupts is made again.
    ///
    /// @param arena for `errno`
    /// @throws SystemCallException if it fails
    int call(Arena arena, long... arguments) throws SystemCallException {
        var state = Libc.callState(arena);
        int result;
        do {
            result = once(state, Arrays.copyOf(arguments, ARGUMENTS));
        } while (result < 0 && Libc.errno(state) == Libc.EINTR);
        if (result < 0) {
            throw new SystemCallException(name, Libc.errno(state));
        }
        return result;
    }

    private int once(MemorySegment state, long[] all) {
        try {
            return (int) (long) function.invokeExact(state, all[0], all[1], all[2], all[3], all[4]);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
