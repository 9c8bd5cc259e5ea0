package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks up the Unix sockets of this network namespace, by inode.
///
/// Source: sock_diag(7). Threads: only the one that made it; nothing here waits.
public final class UnixSockets implements AutoCloseable {

    private static final int AF_NETLINK = 16;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short NLM_F_REQUEST = 1;
    private static final byte AF_UNIX = 1;
    private static final int SHOW_NAME = 1;
    private static final int SHOW_PEER = 4;
    private static final int NAME = 0;
    private static final int PEER = 2;
    private static final int ANY = -1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int REQUEST = 40;
    private static final int FIRST_ATTRIBUTE = 32;
    private static final int BUFFER = 4096;

    private static final PlainFunction SOCKET = new PlainFunction("socket");
    private static final PlainFunction SEND = new PlainFunction("send");
    private static final PlainFunction RECV = new PlainFunction("recv");

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(BUFFER, 8);
    private final int descriptor;

    /// @throws SystemCallException if the kernel does not offer it
    public UnixSockets() throws SystemCallException {
        this.descriptor = SOCKET.call(arena, AF_NETLINK, SOCK_DGRAM_CLOEXEC, NETLINK_SOCK_DIAG);
    }

    /// The address of a socket, if it has one: a path, or NUL and an abstract name, as ISO 8859-1.
    public Optional<String> name(long inode) {
        return attribute(inode, SHOW_NAME, NAME)
                .map(name -> name.toArray(JAVA_BYTE))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /// The address of the socket at the other end of a connected one, if that has one.
    public Optional<String> peerName(long inode) {
        return attribute(inode, SHOW_PEER, PEER).flatMap(peer -> name(peer.get(JAVA_INT, 0)));
    }

    private Optional<MemorySegment> attribute(long inode, int show, int wanted) {
        int length = answer(inode, show);
        for (int at = FIRST_ATTRIBUTE; at + 4 <= length; ) {
            int size = buffer.get(JAVA_SHORT, at) & 0xFFFF;
            if (size < 4 || at + size > length) {
                break;
            }
            if (buffer.get(JAVA_SHORT, at + 2) == wanted) {
                return Optional.of(buffer.asSlice(at + 4, size - 4));
            }
            at += (size + 3) & ~3;
        }
        return Optional.empty();
    }

    /// The number of bytes of the answer in the buffer; 0 if there is no such socket.
    private int answer(long inode, int show) {
        buffer.asSlice(0, REQUEST).fill((byte) 0);
        buffer.set(JAVA_INT, 0, REQUEST);
        buffer.set(JAVA_SHORT, 4, SOCK_DIAG_BY_FAMILY);
        buffer.set(JAVA_SHORT, 6, NLM_F_REQUEST);
        buffer.set(JAVA_BYTE, 16, AF_UNIX);
        buffer.set(JAVA_INT, 20, ANY);
        buffer.set(JAVA_INT, 24, (int) inode);
        buffer.set(JAVA_INT, 28, show);
        buffer.set(JAVA_LONG, 32, ANY);
        try (var call = Arena.ofConfined()) {
            SEND.call(call, descriptor, buffer.address(), REQUEST, 0);
            // the kernel has answered by the time it has taken the question
            int got = RECV.call(call, descriptor, buffer.address(), BUFFER, MSG_DONTWAIT);
            return buffer.get(JAVA_SHORT, 4) == SOCK_DIAG_BY_FAMILY ? got : 0;
        } catch (SystemCallException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        Libc.close(descriptor);
        arena.close();
    }
}
