package org.gatehouse.documents.reach;

import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.RoleSettings;

/// What any confined app sees of the host, by the kind of its sandbox, which its id tells.
public final class SandboxReach implements Reach {

    private final Reach flatpak;
    private final Reach snap;

    public SandboxReach(RoleSettings settings) {
        this.flatpak = new FlatpakReach(settings);
        this.snap = new SnapReach(settings.environment());
    }

    @Override
    public Access of(AppId app, HostPath path) {
        return (app.value().startsWith(SnapReach.PREFIX) ? snap : flatpak).of(app, path);
    }
}
