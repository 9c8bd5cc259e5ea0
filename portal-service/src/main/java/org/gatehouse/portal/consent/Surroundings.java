package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.AppIdentity;

/// Knows what holds now: policy, lockdown, situations, who can show a question.
public interface Surroundings {

    /// What holds for an app and a class. Blocks for at most a few seconds, mostly not at all.
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus
    Circumstances of(AppIdentity subject, PermissionClass resource) throws InterruptedException;

    /// Whether it can be told which apps have a visible window.
    ///
    /// @throws InterruptedException if the request was closed or its caller left the bus
    boolean knowsWindows() throws InterruptedException;
}
