package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A connection to the X server, of one thread.
final class XDisplay implements AutoCloseable {

    private static final int REPLACE = 0;
    private static final int LONGS = 32;
    private static final int BYTES = 8;
    private static final long LONGEST_PROPERTY = 64;

    private static final int EVENT_SIZE = 192;
    private static final int CLIENT_MESSAGE = 33;
    private static final long SUBSTRUCTURE_MASKS = 1L << 19 | 1L << 20;

    /// Of `XWindowAttributes`, on 64-bit Linux.
    private static final int ATTRIBUTES_SIZE = 136;

    private static final int MAP_STATE = 92;
    private static final int IS_VIEWABLE = 2;

    private static final int KEYMAP_SIZE = 32;

    private final long display;

    private XDisplay(long display) {
        this.display = display;
    }

    /// Connects.
    ///
    /// @param name as in `DISPLAY`
    /// @return empty if there is no such server or no libX11
    static Optional<XDisplay> open(String name) {
        try (var arena = Arena.ofConfined()) {
            long opened = Xlib.OPEN_DISPLAY.call(arena.allocateFrom(name).address());
            return opened == 0 ? Optional.empty() : Optional.of(new XDisplay(opened));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty(); // no libX11
        }
    }

    long root() {
        return Xlib.ROOT_WINDOW.call(display);
    }

    long atom(String name) {
        try (var arena = Arena.ofConfined()) {
            return Xlib.INTERN_ATOM.call(display, arena.allocateFrom(name).address(), 0);
        }
    }

    void setLongs(long window, String property, String type, long... values) {
        try (var arena = Arena.ofConfined()) {
            var data = arena.allocateFrom(JAVA_LONG, values);
            change(window, property, type, LONGS, data, values.length);
        }
    }

    /// Sets a property of Latin-1 text; NULs end the parts of a list.
    void setText(long window, String property, String text) {
        try (var arena = Arena.ofConfined()) {
            var data = arena.allocateFrom(JAVA_BYTE, text.getBytes(StandardCharsets.ISO_8859_1));
            change(window, property, "STRING", BYTES, data, (int) data.byteSize());
        }
    }

    /// The first value of a property of numbers; empty if the window or the property is not there.
    Optional<Long> firstLong(long window, String property) {
        try (var arena = Arena.ofConfined()) {
            var type = arena.allocate(JAVA_LONG);
            var format = arena.allocate(JAVA_INT);
            var count = arena.allocate(JAVA_LONG);
            var after = arena.allocate(JAVA_LONG);
            var data = arena.allocate(ADDRESS);
            Xlib.GET_WINDOW_PROPERTY.call(
                    display,
                    window,
                    atom(property),
                    0,
                    LONGEST_PROPERTY,
                    0,
                    0,
                    type.address(),
                    format.address(),
                    count.address(),
                    after.address(),
                    data.address());
            return taken(data.get(ADDRESS, 0), format.get(JAVA_INT, 0), count.get(JAVA_LONG, 0));
        }
    }

    /// Whether a window exists and is on the screen.
    boolean isViewable(long window) {
        try (var arena = Arena.ofConfined()) {
            var attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES);
            int found =
                    (int) Xlib.GET_WINDOW_ATTRIBUTES.call(display, window, attributes.address());
            return found != 0 && attributes.get(JAVA_INT, MAP_STATE) == IS_VIEWABLE;
        }
    }

    /// Whether any key is down at this moment.
    boolean isKeyDown() {
        try (var arena = Arena.ofConfined()) {
            var keys = arena.allocate(KEYMAP_SIZE);
            Xlib.QUERY_KEYMAP.call(display, keys.address());
            return keys.mismatch(arena.allocate(KEYMAP_SIZE)) >= 0;
        }
    }

    /// Asks the window manager for something, as the Extended Window Manager Hints describe it.
    void ask(long window, String message, long... values) {
        try (var arena = Arena.ofConfined()) {
            var event = arena.allocate(EVENT_SIZE, Long.BYTES);
            event.set(JAVA_INT, 0, CLIENT_MESSAGE);
            event.set(JAVA_LONG, 32, window);
            event.set(JAVA_LONG, 40, atom(message));
            event.set(JAVA_INT, 48, LONGS);
            MemorySegment.copy(values, 0, event, JAVA_LONG, 56, values.length);
            Xlib.SEND_EVENT.call(display, root(), 0, SUBSTRUCTURE_MASKS, event.address());
            sync();
        }
    }

    /// Returns when the server has done what it was asked.
    void sync() {
        Xlib.SYNC.call(display, 0);
    }

    void selectInput(long window, long mask) {
        Xlib.SELECT_INPUT.call(display, window, mask);
        sync();
    }

    /// Waits for the next event.
    ///
    /// @param event 192 bytes that take it
    void nextEvent(MemorySegment event) {
        Xlib.NEXT_EVENT.call(display, event.address());
    }

    static MemorySegment eventBuffer(Arena arena) {
        return arena.allocate(EVENT_SIZE, Long.BYTES);
    }

    @Override
    public void close() {
        Xlib.CLOSE_DISPLAY.call(display);
    }

    private void change(
            long window, String property, String type, int format, MemorySegment data, int count) {
        Xlib.CHANGE_PROPERTY.call(
                display,
                window,
                atom(property),
                atom(type),
                format,
                REPLACE,
                data.address(),
                count);
    }

    private static Optional<Long> taken(MemorySegment data, int format, long count) {
        if (data.address() == 0) {
            return Optional.empty();
        }
        try {
            return format == LONGS && count > 0
                    ? Optional.of(data.reinterpret(Long.BYTES).get(JAVA_LONG, 0))
                    : Optional.empty();
        } finally {
            Xlib.FREE.call(data.address());
        }
    }

    static int eventType(MemorySegment event) {
        return event.get(JAVA_INT, 0);
    }

    /// Of a `VisibilityNotify`.
    static int visibility(MemorySegment event) {
        return event.get(JAVA_INT, 40);
    }
}
