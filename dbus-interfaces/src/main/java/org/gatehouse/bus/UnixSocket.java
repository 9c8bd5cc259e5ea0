package org.gatehouse.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.gatehouse.libc.Libc;
import org.gatehouse.libc.PlainFunction;

/// A connected Unix stream socket that passes descriptors, by `sendmsg` and `recvmsg`.
///
/// Java's own socket channels cannot pass descriptors. Threads: one thread receives, one at a time
/// sends; the callers see to that. Layouts of `msghdr` and `cmsghdr` are those of 64-bit Linux.
final class UnixSocket implements AutoCloseable {

    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 1 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int SHUT_RDWR = 2;
    private static final int CONTROL = 1040;
    private static final int BUFFER = 64 * 1024;

    private static final PlainFunction SOCKET = new PlainFunction("socket");
    private static final PlainFunction CONNECT = new PlainFunction("connect");
    private static final PlainFunction RECVMSG = new PlainFunction("recvmsg");
    private static final PlainFunction SENDMSG = new PlainFunction("sendmsg");
    private static final PlainFunction SHUTDOWN = new PlainFunction("shutdown");

    private final Arena arena = Arena.ofShared();
    private final int descriptor;
    private final Direction incoming = new Direction(arena);
    private final Direction outgoing = new Direction(arena);

    private UnixSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /// @param path of the socket; an abstract one begins with NUL
    /// @throws IOException if nobody listens there
    static UnixSocket connect(byte[] path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = Libc.callState(arena);
            var address = arena.allocate(2 + 108, 8);
            if (path.length > 107) {
                throw new IOException("the bus's address is too long");
            }
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, address, JAVA_BYTE, 2, path.length);
            int length = 2 + path.length + (path[0] == 0 ? 0 : 1);
            int descriptor = (int) SOCKET.call(state, AF_UNIX, SOCK_STREAM_CLOEXEC, 0);
            if (descriptor < 0) {
                throw new IOException("no socket: error " + -descriptor);
            }
            long connected = CONNECT.call(state, descriptor, address.address(), length);
            if (connected < 0) {
                Libc.close(descriptor);
                throw new IOException("cannot connect to the bus: error " + -connected);
            }
            return new UnixSocket(descriptor);
        }
    }

    /// Waits for bytes and puts those that came into `target`.
    ///
    /// @param descriptors takes those that came with them, close-on-exec
    /// @return how many bytes, ≥ 1
    /// @throws IOException if the other end has gone
    int receive(byte[] target, int offset, Queue<UnixFd> descriptors) throws IOException {
        int room = Math.min(target.length - offset, BUFFER);
        incoming.prepare(room, CONTROL);
        long received;
        do {
            received = call(RECVMSG, incoming, MSG_CMSG_CLOEXEC);
        } while (received == -Libc.EINTR);
        incoming.takeDescriptors(descriptors);
        if (received <= 0) {
            throw new EOFException("the bus has gone: " + -received);
        }
        MemorySegment.copy(incoming.data, JAVA_BYTE, 0, target, offset, (int) received);
        return (int) received;
    }

    /// Sends as many bytes as the socket takes, with the descriptors if it takes any.
    ///
    /// @param wait whether to wait until it takes some
    /// @return how many bytes; 0 if it takes none now
    /// @throws IOException if the other end has gone
    int send(byte[] source, int offset, List<UnixFd> descriptors, boolean wait) throws IOException {
        int length = Math.min(source.length - offset, BUFFER);
        MemorySegment.copy(source, offset, outgoing.data, JAVA_BYTE, 0, length);
        outgoing.prepare(length, outgoing.putDescriptors(descriptors));
        int flags = MSG_NOSIGNAL | (wait ? 0 : MSG_DONTWAIT);
        long sent;
        do {
            sent = call(SENDMSG, outgoing, flags);
        } while (sent == -Libc.EINTR);
        if (sent == -Libc.EAGAIN) {
            return 0;
        }
        if (sent < 0) {
            throw new IOException("the bus has gone: error " + -sent);
        }
        return (int) sent;
    }

    /// The descriptor's number: to look at what is open, never to use or close it.
    int number() {
        return descriptor;
    }

    private long call(PlainFunction function, Direction direction, int flags) {
        return function.call(direction.state, descriptor, direction.header.address(), flags);
    }

    /// Ends the connection; a thread that waits in it wakes with an exception.
    void shutdown() {
        try (var own = Arena.ofConfined()) {
            SHUTDOWN.call(Libc.callState(own), descriptor, SHUT_RDWR, 0);
        }
    }

    /// Closes the descriptor; only when no thread uses the socket any more.
    @Override
    public void close() {
        Libc.close(descriptor);
    }

    /// The `msghdr` of one direction with its buffers.
    private static final class Direction {
        final MemorySegment header;
        final MemorySegment data;
        final MemorySegment state;
        private final MemorySegment vector;
        private final MemorySegment control;

        Direction(Arena arena) {
            header = arena.allocate(56, 8);
            vector = arena.allocate(16, 8);
            data = arena.allocate(BUFFER, 8);
            control = arena.allocate(CONTROL, 8);
            state = Libc.callState(arena);
            vector.set(ADDRESS, 0, data);
            header.set(ADDRESS, 16, vector);
            header.set(JAVA_LONG, 24, 1);
        }

        void prepare(int length, int controlLength) {
            vector.set(JAVA_LONG, 8, length);
            header.set(ADDRESS, 32, controlLength == 0 ? MemorySegment.NULL : control);
            header.set(JAVA_LONG, 40, controlLength);
            header.set(JAVA_INT, 48, 0);
        }

        int putDescriptors(List<UnixFd> descriptors) {
            if (descriptors.isEmpty()) {
                return 0;
            }
            int length = 16 + 4 * descriptors.size();
            control.set(JAVA_LONG, 0, length);
            control.set(JAVA_INT, 8, SOL_SOCKET);
            control.set(JAVA_INT, 12, SCM_RIGHTS);
            for (int i = 0; i < descriptors.size(); i++) {
                control.set(JAVA_INT, 16 + 4L * i, descriptors.get(i).number());
            }
            return (length + 7) & ~7;
        }

        void takeDescriptors(Queue<UnixFd> descriptors) {
            long end = header.get(JAVA_LONG, 40);
            long length;
            for (long at = 0; at + 16 <= end; at += (length + 7) & ~7L) {
                length = control.get(JAVA_LONG, at);
                if (length < 16) {
                    return;
                }
                if (control.get(JAVA_INT, at + 12) == SCM_RIGHTS) {
                    for (long number = at + 16; number + 4 <= at + length; number += 4) {
                        descriptors.add(new UnixFd(control.get(JAVA_INT, number)));
                    }
                }
            }
        }
    }

    /// A queue for [#receive].
    static Queue<UnixFd> descriptorQueue() {
        return new ArrayDeque<>();
    }
}
