package org.gatehouse.identity;

import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// Refuses a flatpak whose desktop file is not installed: the portal has no name to show for it.
///
/// @param next who finds out
/// @param installed what there is
record InstalledFlatpaksOnly(Identifier next, InstalledApps installed) implements Identifier {

    @Override
    public Caller identify(String sender) throws IdentityDoubt {
        var caller = next.identify(sender);
        if (caller.identity() instanceof Sandboxed(var kind, var app, _, _)
                && kind == SandboxKind.FLATPAK
                && !installed.has(app)) {
            throw new IdentityDoubt("no desktop file of " + app + " is installed");
        }
        return caller;
    }
}
