package org.gatehouse.portal.use;

import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.portal.consent.GrantKey;

/// Hears of what apps use, app by app: several uses of one app count as one.
public interface UseListener {

    /// An app has begun, paused, resumed or ended to use something. Returns at once.
    void changed(AppUse use, State state);

    /// What an app uses.
    record AppUse(PermissionClass permission, GrantKey key) {}

    /// How an app uses it.
    enum State {
        ACTIVE,
        PAUSED,
        ENDED
    }
}
