package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.gatehouse.libc.LibraryFunction;

/// A connection to the X server through libxcb, of one thread.
///
/// Beside libX11 because that one ends the process when the server goes away or a window has just
/// gone, unless the toolkit is up to prevent it. Source: libxcb's `xproto.h`, "X Window System
/// Protocol", encoding.
final class Xcb implements AutoCloseable {

    private static final LibraryFunction CONNECT = find("xcb_connect");
    private static final LibraryFunction DISCONNECT = find("xcb_disconnect");
    private static final LibraryFunction HAS_ERROR = find("xcb_connection_has_error");
    private static final LibraryFunction SETUP = find("xcb_get_setup");
    private static final LibraryFunction ROOTS = find("xcb_setup_roots_iterator");
    private static final LibraryFunction FLUSH = find("xcb_flush");
    private static final LibraryFunction WAIT_FOR_EVENT = find("xcb_wait_for_event");
    private static final LibraryFunction POLL_FOR_EVENT = find("xcb_poll_for_event");
    private static final LibraryFunction FREE = find("free"); // of libxcb's own dependencies
    private static final Request INTERN_ATOM = Request.of("xcb_intern_atom");
    private static final Request GET_PROPERTY = Request.of("xcb_get_property");
    private static final Request QUERY_EXTENSION = Request.of("xcb_query_extension");
    private static final LibraryFunction CHANGE_ATTRIBUTES = find("xcb_change_window_attributes");

    /// Answers are copied into arrays of bytes.
    private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED;

    private static final int EVENT_MASK = 1 << 11;
    private static final int PROPERTY_CHANGE = 1 << 22;
    private static final int PROPERTY_NOTIFY = 28;
    private static final int SENT_EVENT = 0x80;
    private static final int EVENT_SIZE = 32;
    private static final int REPLY_HEADER = 32;
    private static final int LONGEST_PROPERTY = 16 * 1024;
    private static final byte LONGS = 32;

    private final long connection;

    private Xcb(long connection) {
        this.connection = connection;
    }

    /// A request that is answered, and the function that waits for the answer.
    private record Request(LibraryFunction send, LibraryFunction reply) {

        static Request of(String name) {
            return new Request(find(name), find(name + "_reply"));
        }
    }

    /// A property of a window has got another value.
    record PropertyChange(long window, long atom) {}

    /// Connects.
    ///
    /// @param display as in `DISPLAY`
    /// @return empty if there is no such server or no libxcb
    static Optional<Xcb> open(String display) {
        try (var arena = Arena.ofConfined()) {
            long connection = CONNECT.call(arena.allocateFrom(display).address(), 0);
            if ((int) HAS_ERROR.call(connection) != 0) {
                DISCONNECT.call(connection);
                return Optional.empty();
            }
            return Optional.of(new Xcb(connection));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty(); // no libxcb
        }
    }

    /// The root window of the first screen, with which that screen's description begins.
    long root() {
        var screen = MemorySegment.ofAddress(ROOTS.call(SETUP.call(connection)));
        return unsigned(screen.reinterpret(Integer.BYTES).get(INT, 0));
    }

    /// @return 0 if the server has gone
    long atom(String name) {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(name);
            long reply = ask(INTERN_ATOM, 0, name.length(), text.address());
            return reply == 0 ? 0 : unsigned(taken(reply, REPLY_HEADER).get(INT, 8));
        }
    }

    boolean hasExtension(String name) {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocateFrom(name);
            long reply = ask(QUERY_EXTENSION, name.length(), text.address());
            return reply != 0 && taken(reply, REPLY_HEADER).get(JAVA_BYTE, 8) != 0;
        }
    }

    /// The values of a property of numbers, such as windows and atoms.
    ///
    /// @return empty if the window or the property is not there
    Optional<long[]> longs(long window, long property) {
        long reply = ask(GET_PROPERTY, 0, window, property, 0, 0, LONGEST_PROPERTY);
        if (reply == 0) {
            return Optional.empty();
        }
        var header = MemorySegment.ofAddress(reply).reinterpret(REPLY_HEADER);
        boolean numbers = header.get(JAVA_BYTE, 1) == LONGS;
        int count = numbers ? header.get(INT, 16) : 0;
        var all = taken(reply, REPLY_HEADER + (long) count * Integer.BYTES);
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = unsigned(all.get(INT, REPLY_HEADER + (long) i * Integer.BYTES));
        }
        return numbers ? Optional.of(values) : Optional.empty();
    }

    /// The process that made a window; see [XResource].
    Optional<Long> processOf(long window) {
        try (var arena = Arena.ofConfined()) {
            return XResource.query(connection, window, arena);
        }
    }

    /// Makes the server tell of changed properties of a window. One that has gone is passed over.
    void tellPropertyChanges(long window) {
        try (var arena = Arena.ofConfined()) {
            var values = arena.allocateFrom(JAVA_INT, PROPERTY_CHANGE);
            CHANGE_ATTRIBUTES.call(connection, window, EVENT_MASK, values.address());
        }
    }

    void flush() {
        FLUSH.call(connection);
    }

    /// Waits for the next event.
    ///
    /// @return empty if the server has gone; another kind of event is a change of window 0
    Optional<PropertyChange> await() {
        return change(WAIT_FOR_EVENT.call(connection));
    }

    /// An event that is there already.
    Optional<PropertyChange> poll() {
        return change(POLL_FOR_EVENT.call(connection));
    }

    @Override
    public void close() {
        DISCONNECT.call(connection);
    }

    private static Optional<PropertyChange> change(long address) {
        if (address == 0) {
            return Optional.empty();
        }
        var event = taken(address, EVENT_SIZE);
        boolean property = (event.get(JAVA_BYTE, 0) & ~SENT_EVENT) == PROPERTY_NOTIFY;
        return Optional.of(
                property
                        ? new PropertyChange(
                                unsigned(event.get(INT, 4)), unsigned(event.get(INT, 8)))
                        : new PropertyChange(0, 0));
    }

    /// Sends a request and waits for the answer.
    ///
    /// @return its address, to be freed; 0 for an error, which comes as an event then
    private long ask(Request request, long... arguments) {
        var all = new long[arguments.length + 1];
        all[0] = connection;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int sequence = (int) request.send().call(all);
        return request.reply().call(connection, unsigned(sequence), 0);
    }

    /// A copy of what libxcb has allocated, which is freed.
    private static MemorySegment taken(long address, long size) {
        var copy =
                MemorySegment.ofArray(
                        MemorySegment.ofAddress(address).reinterpret(size).toArray(JAVA_BYTE));
        FREE.call(address);
        return copy;
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static LibraryFunction find(String name) {
        return LibraryFunction.of("libxcb.so.1", name);
    }
}
