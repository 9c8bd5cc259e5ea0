package org.gatehouse.prompt.service;

import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.PortalException;

/// Lets only the portal in: the present owner of `org.freedesktop.portal.Desktop`.
///
/// An app that reached this service around the portal could show questions in any other app's name.
final class PortalOnly implements CallGuard {

    static final String PORTAL = "org.freedesktop.portal.Desktop";

    private final BusConnection bus;

    PortalOnly(BusConnection bus) {
        this.bus = bus;
    }

    @Override
    public void admit(Invocation call) {
        bus.peers().owner(PORTAL);
        if (!isAdmitted(call.sender(), call.interfaceName())) {
            throw PortalException.accessDenied("only " + PORTAL + " may ask");
        }
    }

    @Override
    public boolean isAdmitted(String sender, String interfaceName) {
        return bus.peers().isOwner(sender, PORTAL);
    }
}
