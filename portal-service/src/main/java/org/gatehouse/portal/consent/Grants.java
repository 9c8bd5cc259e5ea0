package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.PermissionClass;

/// The stored decisions, as the gate needs them. Calls block for at most 2 seconds.
public interface Grants {

    /// What is stored; never throws for a store that is absent or failing, see [StoredDecision].
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus
    StoredDecision find(GrantKey key, PermissionClass resource) throws InterruptedException;

    /// Keeps a decision. If the store cannot, the answer is used but not kept, and the log says so.
    void remember(Decision decision);
}
