package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.bus.BusException;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.consent.Circumstances;
import org.gatehouse.portal.consent.Surroundings;
import org.gatehouse.portal.window.InUse;
import org.gatehouse.protocol.AppIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What holds in this login session. Threads: any.
@Singleton
final class SessionSurroundings implements Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSurroundings.class);

    private final PolicyFiles policy;
    private final Lockdowns lockdowns;
    private final Situations situations;
    private final Dialogs dialogs;
    private final InUse inUse;

    @Inject
    SessionSurroundings(
            PolicyFiles policy,
            Lockdowns lockdowns,
            Situations situations,
            Dialogs dialogs,
            InUse inUse) {
        this.policy = policy;
        this.lockdowns = lockdowns;
        this.situations = situations;
        this.dialogs = dialogs;
        this.inUse = inUse;
    }

    @Override
    public Circumstances of(AppIdentity subject, PermissionClass resource)
            throws InterruptedException {
        lockdowns.await();
        return new Circumstances(
                lockdowns.isDisabled(switchOf(resource)),
                policy.rules().ruling(resource, subject.wireKind(), subject.wireId()),
                situations.now(),
                canShow());
    }

    /// The words of `impl.portal.Lockdown` are those of the classes but for one.
    private static String switchOf(PermissionClass resource) {
        return resource.id().equals("speakers") ? "sound-output" : resource.id();
    }

    private boolean canShow() {
        try {
            return dialogs.canShow();
        } catch (BusException e) {
            LOG.warn("it cannot be told who shows questions: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public boolean knowsWindows() {
        return inUse.isKnown();
    }
}
