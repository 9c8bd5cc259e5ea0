package org.gatehouse.identity;

import java.io.Serial;

/// A caller that cannot be identified beyond doubt. The reason is for the log, not for the caller.
final class IdentityDoubt extends Exception {

    @Serial private static final long serialVersionUID = 1;

    IdentityDoubt(String reason) {
        super(reason, null, false, false);
    }
}
