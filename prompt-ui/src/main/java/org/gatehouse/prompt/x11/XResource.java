package org.gatehouse.prompt.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

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
            var name = arena.allocateFrom(displayName);
            var connection = (MemorySegment) call("xcb_connect", CONNECT, name, MemorySegment.NULL);
            try {
                return query(connection, window, arena);
            } finally {
                call("xcb_disconnect", FunctionDescriptor.of(JAVA_INT, ADDRESS), connection);
            }
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty(); // no libxcb
        }
    }

    private static final FunctionDescriptor CONNECT =
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
    private static final FunctionDescriptor SEND =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor WAIT =
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
    private static final FunctionDescriptor FREE = FunctionDescriptor.of(JAVA_INT, ADDRESS);

    private static Optional<Long> query(MemorySegment connection, long window, Arena arena) {
        var extension = arena.allocate(MemoryLayout.structLayout(ADDRESS, JAVA_LONG));
        extension.set(ADDRESS, 0, arena.allocateFrom(EXTENSION));
        int sequence =
                (int)
                        call(
                                "xcb_send_request",
                                SEND,
                                connection,
                                CHECKED,
                                vectors(request(window, arena), arena),
                                protocolRequest(extension, arena));
        var failure = arena.allocate(ADDRESS);
        var reply = (MemorySegment) call("xcb_wait_for_reply", WAIT, connection, sequence, failure);
        call("free", FREE, failure.get(ADDRESS, 0));
        try {
            return reply.address() == 0 ? Optional.empty() : process(reply);
        } finally {
            call("free", FREE, reply);
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

    private static Object call(String name, FunctionDescriptor shape, Object... arguments) {
        try {
            // The symbols of libxcb's own dependencies, such as free, are found with it.
            var library = SymbolLookup.libraryLookup("libxcb.so.1", Arena.global());
            return Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow(name), shape)
                    .invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
