package org.gatehouse.portal.diagnosis;

import jakarta.inject.Inject;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.backend.StoreCalls;
import org.gatehouse.protocol.PortalException;

/// Lets our store pass and nobody else: it has checked who asks it.
final class StoreOnly implements CallGuard {

    private final BusConnection bus;

    @Inject
    StoreOnly(BusConnection bus) {
        this.bus = bus;
    }

    /// @throws PortalException `AccessDenied` for everybody but the owner of the store's name
    @Override
    public void admit(Invocation call) {
        var owner = bus.peers().owner(StoreCalls.OURS);
        if (owner.isEmpty() || !owner.get().equals(call.sender())) {
            throw PortalException.accessDenied("only the permission store may ask this");
        }
    }
}
