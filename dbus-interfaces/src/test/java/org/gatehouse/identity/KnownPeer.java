package org.gatehouse.identity;

import org.gatehouse.libc.Libc;
import org.jspecify.annotations.Nullable;

/// A bus with one peer, for tests of what the real bus cannot be made to say.
///
/// @param uid the peer's user
/// @param pid its process
/// @param label its label, if there is one
/// @param connectedBefore when the bus announced it
record KnownPeer(long uid, long pid, @Nullable String label, long connectedBefore)
        implements BusEvidence {

    static KnownPeer process(long pid) {
        return new KnownPeer(Libc.effectiveUser(), pid, null, Libc.bootTimeNanos());
    }

    KnownPeer ofUser(long other) {
        return new KnownPeer(other, pid, label, connectedBefore);
    }

    KnownPeer labelled(String given) {
        return new KnownPeer(uid, pid, given, connectedBefore);
    }

    KnownPeer announcedAt(long time) {
        return new KnownPeer(uid, pid, label, time);
    }

    @Override
    public long connectedBefore(String sender) {
        return connectedBefore;
    }

    @Override
    public Credentials credentials(String sender) {
        return new Credentials(uid, pid, null, label);
    }

    @Override
    public long processId(String sender) {
        return pid;
    }

    @Override
    public boolean holdsItsConnections(long process, ProcessFolder folder) {
        return true;
    }
}
