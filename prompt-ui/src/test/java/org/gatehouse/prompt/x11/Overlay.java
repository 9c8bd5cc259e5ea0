package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import org.gatehouse.libc.LibraryFunction;

/// A window over everything that no window manager manages and that never takes the focus: how a
/// program would cover a question and leave its buttons free.
final class Overlay implements AutoCloseable {

    private static final long OVERRIDE_REDIRECT = 1L << 9;

    /// Of `XSetWindowAttributes` on 64-bit Linux.
    private static final int ATTRIBUTES_SIZE = 112;

    private static final int OVERRIDE_REDIRECT_OFFSET = 88;

    private final long display;

    Overlay(String displayName, int x, int y, int width, int height) {
        try (var arena = Arena.ofConfined()) {
            display = Xlib.OPEN_DISPLAY.call(arena.allocateFrom(displayName).address());
            long root = Xlib.ROOT_WINDOW.call(display);
            long window = call("XCreateSimpleWindow", display, root, x, y, width, height, 0, 0, 0);
            var attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES);
            attributes.set(JAVA_INT, OVERRIDE_REDIRECT_OFFSET, 1);
            call(
                    "XChangeWindowAttributes",
                    display,
                    window,
                    OVERRIDE_REDIRECT,
                    attributes.address());
            call("XMapRaised", display, window);
            Xlib.SYNC.call(display, 0);
        }
    }

    private static long call(String name, long... arguments) {
        return LibraryFunction.of("libX11.so.6", name).call(arguments);
    }

    @Override
    public void close() {
        Xlib.CLOSE_DISPLAY.call(display);
    }
}
