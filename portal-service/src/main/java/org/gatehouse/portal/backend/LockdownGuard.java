package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.app.Callers;
import org.gatehouse.protocol.PortalException;

/// Waits for what a call has to wait for, so that the face never does: who calls, and what is
/// switched off.
///
/// Threads: as [CallGuard] says.
public final class LockdownGuard implements CallGuard {

    private final Callers callers;
    private final Lockdowns lockdowns;

    @Inject
    LockdownGuard(Callers callers, Lockdowns lockdowns) {
        this.callers = callers;
        this.lockdowns = lockdowns;
    }

    /// Lets everybody pass who can be identified.
    ///
    /// @throws PortalException `AccessDenied` for those who cannot
    @Override
    public void admit(Invocation call) throws InterruptedException {
        callers.identify(call.sender());
        lockdowns.await();
    }

    @Override
    public boolean isAdmitted(String sender, String interfaceName) {
        return lockdowns.isKnown() && callers.isKnown(sender);
    }
}
