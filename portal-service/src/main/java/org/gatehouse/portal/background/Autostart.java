package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.portal.background.AutostartEntry.Start;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.request.Connections;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.SandboxKind;
import org.gatehouse.role.RoleSettings;

/// Starting apps at login: the entries, and which connections have asked for one.
///
/// Threads: any.
@Singleton
final class Autostart {

    private final AutostartFolder folder;
    private final DesktopEntries installed;
    private final Connections connections;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Inject
    Autostart(RoleSettings settings, Connections connections) {
        this.folder = new AutostartFolder(settings.directories());
        this.installed = new DesktopEntries(settings.directories());
        this.connections = connections;
    }

    /// The id under which the app can be started at login; empty if it cannot be.
    static Optional<AppId> startable(AppIdentity identity) {
        return switch (identity) {
            case AppIdentity.Host(var label) -> AppId.parse(label);
            case AppIdentity.Sandboxed sandboxed ->
                    sandboxed.kind() == SandboxKind.FLATPAK
                            ? Optional.of(sandboxed.app())
                            : Optional.empty();
            case AppIdentity.Unknown _ -> Optional.empty();
        };
    }

    /// Has the app started at login.
    ///
    /// @throws IOException if the entry cannot be written
    void enable(AppId app, AppIdentity identity, Start start) throws IOException {
        var entry = installed.find(app.value());
        folder.write(
                identity instanceof AppIdentity.Host
                        ? AutostartEntry.ofHost(app, entry, start)
                        : AutostartEntry.ofFlatpak(app, entry, start));
    }

    /// @throws IOException if the entry is there still
    void disable(AppId app) throws IOException {
        folder.remove(app);
    }

    /// Whether the session starts the app at login, whoever made it so.
    boolean isEnabled(AppId app) {
        return folder.starts(app);
    }

    AutostartFolder folder() {
        return folder;
    }

    /// The connection has asked for it: from now on not asking for it means to take it back.
    void asked(Caller caller) {
        var connection = caller.connection();
        if (asked.add(connection)) {
            var _ = connections.onDeparture(connection, () -> asked.remove(connection));
        }
    }

    boolean hasAsked(Caller caller) {
        return asked.contains(caller.connection());
    }
}
