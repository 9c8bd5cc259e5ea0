package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.gatehouse.libc.LibraryFunction;

/// The X-Resource extension, version 1.2: which process made a window.
///
/// The server takes it from the socket, so it cannot be forged, and it is the process id outside of
/// any namespace, which `_NET_WM_PID` of a sandboxed app is not. The request is written by hand
/// over libxcb (which libX11 needs anyway), since the library for this extension is often not
/// installed. Source: `resproto.txt`, `ResQueryClientIds`.
final class XResource {

    private static final String EXTENSION = "X-Resource";
    private static final byte QUERY_CLIENT_IDS = 4;
    private static final int LOCAL_CLIENT_PID = 2;

    private static final int REQUEST_SIZE = 16;
    private static final int CHECKED = 1;

    /// libxcb uses two vectors in front of the ones it is given.
    private static final int SPARE_VECTORS = 2;

    private static final int VECTOR_SIZE = 16;
    private static final int REPLY_HEADER = 32;
    private static final int ID_HEADER = 12;

    private XResource() {}

    /// The process of the client that owns a window; empty if the server does not tell.
    static Optional<Long> processOf(String displayName, long window) {
        try (var arena = Arena.ofConfined()) {
            long connection = call("xcb_connect", arena.allocateFrom(displayName).address(), 0);
            try {
                return query(connection, window, arena);
            } finally {
                call("xcb_disconnect", connection);
            }
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty(); // no libxcb
        }
    }

    /// The same, over a connection of libxcb that is there already.
    static Optional<Long> query(long connection, long window, Arena arena) {
        var extension = arena.allocate(MemoryLayout.structLayout(ADDRESS, JAVA_LONG));
        extension.set(ADDRESS, 0, arena.allocateFrom(EXTENSION));
        int sequence =
                (int)
                        call(
                                "xcb_send_request",
                                connection,
                                CHECKED,
                                vectors(request(window, arena), arena).address(),
                                protocolRequest(extension, arena).address());
        var failure = arena.allocate(JAVA_LONG);
        long reply =
                call(
                        "xcb_wait_for_reply",
                        connection,
                        Integer.toUnsignedLong(sequence),
                        failure.address());
        call("free", failure.get(JAVA_LONG, 0));
        try {
            return reply == 0 ? Optional.empty() : process(MemorySegment.ofAddress(reply));
        } finally {
            call("free", reply);
        }
    }

    /// libxcb itself fills in the extension's number and the length.
    private static MemorySegment request(long window, Arena arena) {
        var request = arena.allocate(REQUEST_SIZE, Integer.BYTES);
        request.set(JAVA_BYTE, 1, QUERY_CLIENT_IDS);
        request.set(JAVA_SHORT, 2, (short) (REQUEST_SIZE / Integer.BYTES));
        request.set(JAVA_INT, 4, 1);
        request.set(JAVA_INT, 8, (int) window);
        request.set(JAVA_INT, 12, LOCAL_CLIENT_PID);
        return request;
    }

    private static MemorySegment vectors(MemorySegment request, Arena arena) {
        var all = arena.allocate((SPARE_VECTORS + 2L) * VECTOR_SIZE, Long.BYTES);
        var first = all.asSlice((long) SPARE_VECTORS * VECTOR_SIZE);
        first.set(ADDRESS, 0, request);
        first.set(JAVA_LONG, Long.BYTES, REQUEST_SIZE);
        return first;
    }

    private static MemorySegment protocolRequest(MemorySegment extension, Arena arena) {
        var description = arena.allocate(24, Long.BYTES);
        description.set(JAVA_LONG, 0, 1);
        description.set(ADDRESS, 8, extension);
        description.set(JAVA_BYTE, 16, QUERY_CLIENT_IDS);
        return description;
    }

    private static Optional<Long> process(MemorySegment reply) {
        int ids = reply.reinterpret(REPLY_HEADER).get(JAVA_INT, 8);
        if (ids < 1) {
            return Optional.empty();
        }
        var first = reply.reinterpret(REPLY_HEADER + ID_HEADER + Integer.BYTES);
        boolean hasValue = first.get(JAVA_INT, REPLY_HEADER + 8) >= Integer.BYTES;
        return hasValue
                ? Optional.of((long) first.get(JAVA_INT, REPLY_HEADER + ID_HEADER))
                : Optional.empty();
    }

    /// The symbols of libxcb's own dependencies, such as free, are found with it.
    private static long call(String name, long... arguments) {
        return LibraryFunction.of("libxcb.so.1", name).call(arguments);
    }
}
