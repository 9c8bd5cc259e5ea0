package org.gatehouse.bus;

import java.util.Optional;

/// What the bus knows of a peer, as its kernel told it when the peer connected.
///
/// Whoever holds it closes it, which closes the process descriptor if nobody took it.
///
/// Source: D-Bus specification, `org.freedesktop.DBus.GetConnectionCredentials`.
///
/// @param uid user id of the process
/// @param pid process id, as it was at that time
/// @param process a pidfd of it; only newer buses give one
/// @param securityLabel the Linux security module's label, without the trailing NUL
public record PeerCredentials(
        long uid, long pid, Optional<UnixFd> process, Optional<String> securityLabel)
        implements AutoCloseable {

    @Override
    public void close() {
        process.ifPresent(UnixFd::close);
    }
}
