package org.gatehouse.portal.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.portal.request.Connections;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;

/// The callers of the portal: who they are, and what host programs call themselves.
///
/// A connection has an app id from its first portal call on, at the latest; a host program may name
/// one before that, once. Known until the connection leaves the bus.
///
/// Threads: any; calls of one connection come one after another.
@Singleton
public final class Callers {

    private final Identification identification;
    private final Connections connections;
    private final Map<String, AppIdentity> associated = new ConcurrentHashMap<>();

    @Inject
    Callers(Identification identification, Connections connections) {
        this.identification = identification;
        this.connections = connections;
    }

    /// The caller of a method that creates something, which counts against its rate.
    ///
    /// @throws PortalException `AccessDenied` if it cannot be identified, `Failed` beyond the rate
    public Caller creating() {
        var connection = Invocation.current().sender();
        connections.countCreation(connection);
        return new Caller(connection, identify(connection));
    }

    /// Gives a connection that has not called a portal yet the id it names.
    ///
    /// @throws PortalException `Failed` if it has an id already
    void register(String connection, AppIdentity.Host host) {
        var before = associated.putIfAbsent(connection, host);
        if (before != null) {
            throw PortalException.failed("Connection already associated with an application ID");
        }
        watch(connection);
    }

    /// Whether it is known what the connection is. Never waits.
    public boolean isKnown(String connection) {
        return associated.containsKey(connection);
    }

    /// What the connection is without regard to what it calls itself.
    AppIdentity detected(String connection) {
        return identification.identify(connection);
    }

    /// What the connection is, from now on for good.
    ///
    /// @throws PortalException `AccessDenied` if it cannot be told
    public AppIdentity identify(String connection) {
        var known = associated.get(connection);
        if (known != null) {
            return known;
        }
        var identity = identification.identify(connection);
        associated.put(connection, identity);
        watch(connection);
        return identity;
    }

    private void watch(String connection) {
        connections.onDeparture(connection, () -> associated.remove(connection));
    }
}
