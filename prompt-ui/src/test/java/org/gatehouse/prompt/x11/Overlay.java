package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// A window over everything that no window manager manages and that never takes the focus: how a
/// program would cover a question and leave its buttons free.
final class Overlay implements AutoCloseable {

    private static final SymbolLookup X11 =
            SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
    private static final long OVERRIDE_REDIRECT = 1L << 9;

    /// Of `XSetWindowAttributes` on 64-bit Linux.
    private static final int ATTRIBUTES_SIZE = 112;

    private static final int OVERRIDE_REDIRECT_OFFSET = 88;

    private final MemorySegment display;

    Overlay(String displayName, int x, int y, int width, int height) {
        try (var arena = Arena.ofConfined()) {
            display = Xlib.pointer(Xlib.OPEN_DISPLAY, arena.allocateFrom(displayName));
            long root = (long) Xlib.call(Xlib.ROOT_WINDOW, display);
            long window = (long) Xlib.call(create(), display, root, x, y, width, height, 0, 0L, 0L);
            var attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES);
            attributes.set(JAVA_INT, OVERRIDE_REDIRECT_OFFSET, 1);
            Xlib.call(change(), display, window, OVERRIDE_REDIRECT, attributes);
            Xlib.call(find("XMapRaised", JAVA_INT, ADDRESS, JAVA_LONG), display, window);
            Xlib.call(Xlib.SYNC, display, 0);
        }
    }

    private static MethodHandle create() {
        return find(
                "XCreateSimpleWindow",
                JAVA_LONG,
                ADDRESS,
                JAVA_LONG,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_LONG,
                JAVA_LONG);
    }

    private static MethodHandle change() {
        return find("XChangeWindowAttributes", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS);
    }

    private static MethodHandle find(
            String name,
            java.lang.foreign.MemoryLayout result,
            java.lang.foreign.MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(X11.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    @Override
    public void close() {
        Xlib.call(Xlib.CLOSE_DISPLAY, display);
    }
}
