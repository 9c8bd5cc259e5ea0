package org.gatehouse.documents.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallRate;
import org.gatehouse.bus.Invocation;
import org.gatehouse.documents.origin.Sender;
import org.gatehouse.identity.CallerIdentities;
import org.gatehouse.protocol.AppIdentity;
import org.gatehouse.protocol.PortalException;

/// Who calls. An app may call 200 times a second, 400 in a burst; host programs as often as they
/// like, since they call for others.
///
/// Threads: those of the faces; may wait at a peer's first call.
final class Senders {

    private final BusConnection bus;
    private final CallerIdentities identities;
    private final Map<String, CallRate> rates = new ConcurrentHashMap<>();

    Senders(BusConnection bus, CallerIdentities identities) {
        this.bus = bus;
        this.identities = identities;
    }

    /// The caller of the running handler.
    ///
    /// @throws PortalException `AccessDenied` if it cannot be identified or is in a sandbox that is
    ///   not understood, `Failed` beyond the rate
    Sender current() {
        var connection = Invocation.current().sender();
        var identity = identities.identify(connection);
        if (identity instanceof AppIdentity.Unknown) {
            throw PortalException.accessDenied("the caller is in a sandbox that is not understood");
        }
        var sender = new Sender(identity);
        if (!sender.isHost()) {
            rates.computeIfAbsent(connection, this::watched).count();
        }
        return sender;
    }

    private CallRate watched(String connection) {
        var _ = bus.peers().onVanish(connection, () -> rates.remove(connection));
        return new CallRate(System::nanoTime);
    }

    /// As [#current], for what only host programs may do.
    ///
    /// @throws PortalException `NotAllowed` for apps
    Sender host() {
        var sender = current();
        if (!sender.isHost()) {
            throw PortalException.notAllowed("Not allowed in sandbox");
        }
        return sender;
    }
}
