package org.gatehouse.portal.app;

import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;

/// Says who calls.
@FunctionalInterface
public interface Identification {

    /// The identity behind a unique bus name. Blocks at the first question about a name.
    ///
    /// @throws PortalException `AccessDenied` if there is any doubt
    AppIdentity identify(String connection);
}
