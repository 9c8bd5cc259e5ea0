package org.gatehouse.portal.use;

import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.Caller;

/// One app that uses one resource, as its portal sees it.
public interface Use {

    Caller caller();

    PermissionClass permission();

    /// Whether it counts only while the app has a visible window.
    boolean onlyInUse();

    /// The app gets nothing from now on. Returns at once.
    void pause();

    /// The app gets what it may have again. Returns at once.
    void resume();
}
