package org.gatehouse.identity;

import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.PortalException;

/// Lets host programs pass and nobody else: sandboxed and unknown callers get AccessDenied.
///
/// The bus filter of a sandbox may fail; whatever is not meant for sandboxed apps refuses them
/// itself.
///
/// @param callers who the peers of the guarded connection are
public record HostCallersOnly(CallerIdentities callers) implements CallGuard {

    @Override
    public void admit(Invocation call) {
        if (!(callers.identify(call.sender()) instanceof Host)) {
            throw PortalException.accessDenied("not for sandboxed callers");
        }
    }

    @Override
    public boolean isAdmitted(String sender, String interfaceName) {
        return callers.known(sender).filter(Host.class::isInstance).isPresent();
    }
}
