package org.gatehouse.store.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.Invocation;
import org.gatehouse.identity.Caller;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.store.PermissionStore;

/// Lets host programs pass, once the store is open. Everybody else is refused, and written down.
///
/// Threads: as [CallGuard].
final class StoreGuard implements CallGuard {

    private static final Caller NOBODY = new Caller(new AppIdentity.Unknown(), 0, "");

    private final CallerIdentities callers;
    private final CompletableFuture<PermissionStore> store;
    private final Refusals refusals;

    StoreGuard(
            CallerIdentities callers, CompletableFuture<PermissionStore> store, Refusals refusals) {
        this.callers = callers;
        this.store = store;
        this.refusals = refusals;
    }

    @Override
    public void admit(Invocation call) throws InterruptedException {
        waitForStore();
        var caller = identified(call.sender());
        if (!(caller.identity() instanceof AppIdentity.Host)) {
            refusals.record(call.sender(), caller, call.member());
            throw PortalException.accessDenied("not for sandboxed callers");
        }
    }

    @Override
    public boolean isAdmitted(String sender, String interfaceName) {
        return store.isDone()
                && callers.known(sender).filter(AppIdentity.Host.class::isInstance).isPresent();
    }

    private Caller identified(String sender) {
        try {
            return callers.caller(sender);
        } catch (PortalException e) {
            refusals.record(sender, NOBODY, "it cannot be identified");
            throw e;
        }
    }

    private void waitForStore() throws InterruptedException {
        try {
            store.get();
        } catch (ExecutionException e) {
            throw PortalException.failed("the permission store cannot be opened");
        }
    }
}
