package org.gatehouse.bus;

import org.gatehouse.protocol.PortalException;

/// Decides whether a caller is served at all.
///
/// Stands before an exported interface; its `Properties`, `Introspectable` and `Peer` are not
/// guarded, because they need no identity.
public interface CallGuard {

    /// Lets the call pass or throws. Runs on the sender's serial queue, and may wait.
    ///
    /// @throws PortalException usually `AccessDenied`
    /// @throws InterruptedException if the connection ends meanwhile
    void admit(Invocation call) throws InterruptedException;

    /// Whether [#admit] would pass at once for a call of this sender.
    ///
    /// Called on the connection's reading thread: must not wait.
    default boolean isAdmitted(String sender, String interfaceName) {
        return false;
    }
}
