package org.gatehouse.portal.app;

import jakarta.inject.Inject;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.host.portal.Registry;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.request.Connections;
import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;

/// Lets a program outside any sandbox say which app it is: a label for the person, no authority.
///
/// Thread: the sender's serial queue of the bus layer.
public final class RegistryPortal implements Registry {

    private static final String NOT_CREATED = "Can't create registered app";

    private final Callers callers;
    private final Connections connections;
    private final DesktopFiles apps;

    @Inject
    RegistryPortal(Callers callers, Connections connections, DesktopFiles apps) {
        this.callers = callers;
        this.connections = connections;
        this.apps = apps;
    }

    /// Names the app of the calling connection.
    ///
    /// @throws PortalException `NotAllowed` for a sandboxed or unidentified caller; `Failed` for an
    ///   id that is malformed or not installed, and for a connection that has an id already
    @Override
    public void Register(String app_id, Map<String, Variant<?>> options) {
        var connection = Invocation.current().sender();
        connections.countCreation(connection);
        if (!(detected(connection) instanceof AppIdentity.Host)) {
            throw PortalException.notAllowed("only for programs outside any sandbox");
        }
        if (!callers.isKnown(connection) && !isInstalled(app_id)) {
            throw PortalException.failed(NOT_CREATED);
        }
        callers.register(connection, new AppIdentity.Host(app_id));
    }

    private AppIdentity detected(String connection) {
        try {
            return callers.detected(connection);
        } catch (PortalException e) {
            return new AppIdentity.Unknown();
        }
    }

    private boolean isInstalled(String id) {
        return AppId.parse(id).isPresent() && apps.isInstalled(id);
    }

    @Override
    public String getObjectPath() {
        return "/org/freedesktop/portal/desktop";
    }
}
