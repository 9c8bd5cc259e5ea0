package org.gatehouse.documents.origin;

import java.util.Optional;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.DocumentPermission;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.AppIdentity.Host;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.gatehouse.protocol.SandboxKind;

/// Whoever hands something over or asks for it: a host program, which may do everything with every
/// document, or an app, which may do what it was given.
///
/// @param identity never unknown
public record Sender(AppIdentity identity) {

    public boolean isHost() {
        return identity instanceof Host;
    }

    /// The app; empty for a host program, whose name is no authority.
    public Optional<AppId> app() {
        return identity instanceof Sandboxed sandboxed
                ? Optional.of(sandboxed.app())
                : Optional.empty();
    }

    public boolean may(Document document, DocumentPermission permission) {
        return isHost() || app().filter(app -> document.allows(app, permission)).isPresent();
    }

    /// Whether `O_PATH` descriptors that come from there mean what they seem to.
    boolean mayNameByPath() {
        return isHost() || kind().filter(SandboxKind.FLATPAK::equals).isPresent();
    }

    private Optional<SandboxKind> kind() {
        return identity instanceof Sandboxed sandboxed
                ? Optional.of(sandboxed.kind())
                : Optional.empty();
    }
}
