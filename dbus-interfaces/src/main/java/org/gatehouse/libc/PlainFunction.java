package org.gatehouse.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// A function of the C library that takes at most five integers or pointers, returns an integer or
/// a size, and reports `errno`.
///
/// All of them are called in the one shape of five 64-bit arguments, which the calling conventions
/// of 64-bit Linux allow: each new shape costs milliseconds to link, and these calls are made
/// before a service can answer anybody. Threads: any, each with a segment for `errno` of its own.
public final class PlainFunction {

    private final String name;
    private final MethodHandle function;

    /// Looks the function up.
    ///
    /// @throws UnsatisfiedLinkError if the C library does not have it
    public PlainFunction(String name) {
        this.name = name;
        this.function = Libc.failing(name, Libc.PLAIN);
    }

    /// What the function returns, or its negated error number.
    ///
    /// @param state room for `errno`, of [Libc#callState]
    public long call(MemorySegment state, long first, long second, long third) {
        return call(state, first, second, third, 0, 0);
    }

    /// As above, with more arguments; a function overlooks those that it does not have.
    long call(MemorySegment state, long first, long second, long third, long fourth, long fifth) {
        long result = invoke(state, first, second, third, fourth, fifth);
        // the upper half of what a function returns as int is not defined
        return (int) result < 0 ? -Libc.errno(state) : result;
    }

    /// As above, of a function that returns a size or an offset of 64 bits.
    long callLong(
            MemorySegment state, long first, long second, long third, long fourth, long fifth) {
        long result = invoke(state, first, second, third, fourth, fifth);
        return result < 0 ? -Libc.errno(state) : result;
    }

    private long invoke(
            MemorySegment state, long first, long second, long third, long fourth, long fifth) {
        try {
            return (long) function.invokeExact(state, first, second, third, fourth, fifth);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// What the function returns, ≥ 0. A call that a signal interrupts is made again.
    ///
    /// @param arena for `errno`
    /// @throws SystemCallException if it fails
    int call(Arena arena, long... arguments) throws SystemCallException {
        var state = Libc.callState(arena);
        var all = Arrays.copyOf(arguments, 5);
        long result;
        do {
            result = call(state, all[0], all[1], all[2], all[3], all[4]);
        } while (result == -Libc.EINTR);
        if (result < 0) {
            throw new SystemCallException(name, (int) -result);
        }
        return (int) result;
    }
}
