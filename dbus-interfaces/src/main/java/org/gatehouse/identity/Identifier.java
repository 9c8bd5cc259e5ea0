package org.gatehouse.identity;

/// Finds out who a peer is. Blocks; never called on a virtual thread.
@FunctionalInterface
interface Identifier {

    /// Who `sender` is.
    ///
    /// @param sender a unique name
    /// @throws IdentityDoubt if it cannot be told beyond doubt
    Caller identify(String sender) throws IdentityDoubt;
}
