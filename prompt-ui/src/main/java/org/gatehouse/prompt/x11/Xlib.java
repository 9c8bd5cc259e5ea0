package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of libX11 that are used here. A `Window`, an `Atom` and a mask are 64-bit longs in
/// memory, as C's `unsigned long` on 64-bit Linux. Source: Xlib's headers `Xlib.h` and `X.h`.
final class Xlib {

    static final MethodHandle OPEN_DISPLAY = find("XOpenDisplay", ADDRESS, ADDRESS);
    static final MethodHandle CLOSE_DISPLAY = find("XCloseDisplay", JAVA_INT, ADDRESS);
    static final MethodHandle ROOT_WINDOW = find("XDefaultRootWindow", JAVA_LONG, ADDRESS);
    static final MethodHandle INTERN_ATOM =
            find("XInternAtom", JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT);
    static final MethodHandle SYNC = find("XSync", JAVA_INT, ADDRESS, JAVA_INT);
    static final MethodHandle SELECT_INPUT =
            find("XSelectInput", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
    static final MethodHandle NEXT_EVENT = find("XNextEvent", JAVA_INT, ADDRESS, ADDRESS);
    static final MethodHandle SEND_EVENT =
            find("XSendEvent", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
    static final MethodHandle FREE = find("XFree", JAVA_INT, ADDRESS);
    static final MethodHandle QUERY_KEYMAP = find("XQueryKeymap", JAVA_INT, ADDRESS, ADDRESS);
    static final MethodHandle GET_WINDOW_ATTRIBUTES =
            find("XGetWindowAttributes", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
    static final MethodHandle CHANGE_PROPERTY =
            find(
                    "XChangeProperty",
                    JAVA_INT,
                    ADDRESS,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_INT,
                    JAVA_INT,
                    ADDRESS,
                    JAVA_INT);
    static final MethodHandle GET_WINDOW_PROPERTY =
            find(
                    "XGetWindowProperty",
                    JAVA_INT,
                    ADDRESS,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_LONG,
                    JAVA_INT,
                    JAVA_LONG,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS);

    private Xlib() {}

    /// Makes the handles above, by initialising this class.
    static void link() {}

    /// Calls one of the functions above; a pointer or number comes back boxed.
    static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// Calls a function that gives nothing back.
    static void run(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static MemorySegment pointer(MethodHandle function, Object... arguments) {
        return (MemorySegment) call(function, arguments);
    }

    private static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        var library = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        return Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
