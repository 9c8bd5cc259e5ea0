package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collections;

/// A function of a shared library that takes at most twelve integers or pointers, and returns one
/// or nothing.
///
/// All of them are called in the one shape of twelve 64-bit arguments: the calling conventions of
/// 64-bit Linux let a function overlook arguments that it does not have, and each new shape costs
/// milliseconds to link, while a person waits for a window. A result narrower than 64 bits has an
/// undefined upper half: cast it. Threads: any that the function itself allows.
public final class LibraryFunction {

    private static final int ARGUMENTS = 12;

    private static final MethodHandle CALL =
            Linker.nativeLinker()
                    .downcallHandle(
                            FunctionDescriptor.of(
                                    JAVA_LONG,
                                    Collections.nCopies(ARGUMENTS, JAVA_LONG)
                                            .toArray(MemoryLayout[]::new)));

    private final MemorySegment address;

    private LibraryFunction(MemorySegment address) {
        this.address = address;
    }

    /// Looks the function up, in a library or in those that it needs. The library is never
    /// unloaded.
    ///
    /// @param library the name of its file, such as `libX11.so.6`
    /// @throws IllegalArgumentException if there is no such library
    /// @throws java.util.NoSuchElementException if it has no such function
    public static LibraryFunction of(String library, String name) {
        return new LibraryFunction(
                SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow(name));
    }

    /// Calls it; a pointer is its address.
    public long call(long... arguments) {
        var all = Arrays.copyOf(arguments, ARGUMENTS);
        try {
            return (long)
                    CALL.invokeExact(
                            address, all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7],
                            all[8], all[9], all[10], all[11]);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
