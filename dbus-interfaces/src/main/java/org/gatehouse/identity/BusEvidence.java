package org.gatehouse.identity;

import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.SystemCallException;
import org.jspecify.annotations.Nullable;

/// What the bus tells of its peers. Blocks.
interface BusEvidence {

    /// When the peer can have connected at the latest, CLOCK_BOOTTIME in nanoseconds: the time at
    /// which the bus announced it, or at which we began to listen if it was there before.
    long connectedBefore(String sender);

    /// What the bus noted when the peer connected.
    ///
    /// @throws IdentityDoubt if the peer is gone or the bus does not say
    Credentials credentials(String sender) throws IdentityDoubt;

    /// The process that the bus names for the peer now.
    ///
    /// @throws IdentityDoubt if the peer is gone or the bus does not say
    long processId(String sender) throws IdentityDoubt;

    /// Whether the process itself holds its ends of all the connections that the bus has from it,
    /// or that cannot be told here.
    ///
    /// @throws IdentityDoubt if the bus does not say
    /// @throws SystemCallException if the process cannot be examined
    boolean holdsItsConnections(long pid, ProcessFolder process)
            throws IdentityDoubt, SystemCallException;

    /// What the bus noted of a peer.
    ///
    /// @param uid the user
    /// @param pid the process, > 0
    /// @param process a descriptor of that process, if the bus gives one; closed with this
    /// @param label the LSM's label without its terminator, if there is one
    record Credentials(long uid, long pid, @Nullable Descriptor process, @Nullable String label)
            implements AutoCloseable {

        @Override
        public void close() {
            if (process != null) {
                process.close();
            }
        }
    }
}
