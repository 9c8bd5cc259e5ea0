package org.gatehouse.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.util.Optional;

/// A pair of connected sockets, through whose one end somebody sends us a descriptor.
///
/// Layouts of `msghdr` and `cmsghdr` are those of 64-bit Linux. Threads: one.
///
/// @param ours where descriptors arrive
/// @param theirs to be passed on, and then closed here
public record DescriptorChannel(Descriptor ours, Descriptor theirs) implements AutoCloseable {

    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 1 | 0x80000;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int CONTROL = 64;

    /// @throws SystemCallException if there are no sockets to be had
    public static DescriptorChannel open() throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var pair = arena.allocate(8, 4);
            new PlainFunction("socketpair")
                    .call(arena, AF_UNIX, SOCK_STREAM_CLOEXEC, 0, pair.address());
            return new DescriptorChannel(
                    Descriptor.owning(pair.get(JAVA_INT, 0)),
                    Descriptor.owning(pair.get(JAVA_INT, 4)));
        }
    }

    /// Waits for a descriptor; none if the other end closes without sending one.
    ///
    /// @throws SystemCallException if nothing can be received
    public Optional<Descriptor> receive() throws SystemCallException {
        try (var arena = Arena.ofConfined()) {
            var data = arena.allocate(8);
            var vector = arena.allocate(16, 8);
            vector.set(ADDRESS, 0, data);
            vector.set(JAVA_LONG, 8, 1);
            var control = arena.allocate(CONTROL, 8);
            var header = arena.allocate(56, 8);
            header.set(ADDRESS, 16, vector);
            header.set(JAVA_LONG, 24, 1);
            header.set(ADDRESS, 32, control);
            header.set(JAVA_LONG, 40, CONTROL);
            new PlainFunction("recvmsg")
                    .call(arena, ours.number(), header.address(), MSG_CMSG_CLOEXEC);
            boolean hasOne =
                    header.get(JAVA_LONG, 40) >= 20 && control.get(JAVA_INT, 12) == SCM_RIGHTS;
            return hasOne
                    ? Optional.of(Descriptor.owning(control.get(JAVA_INT, 16)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        ours.close();
        theirs.close();
    }
}
