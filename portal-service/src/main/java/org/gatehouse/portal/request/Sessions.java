package org.gatehouse.portal.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Session;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SessionHandle;

/// The live sessions.
///
/// Threads: any.
@Singleton
public final class Sessions implements AutoCloseable {

    private final BusConnection bus;
    private final Connections connections;
    private final Quota quota = new Quota(new Quota.Limits("sessions", 64, 128, 10_000));
    private final Map<String, LiveSession> live = new ConcurrentHashMap<>();

    @Inject
    Sessions(BusConnection bus, Connections connections) {
        this.bus = bus;
        this.connections = connections;
    }

    /// Makes a session.
    ///
    /// @param body makes what the portal keeps for it; must not call anything that waits
    /// @return its path, which the face returns to the caller
    /// @throws PortalException `Failed` beyond a limit; nothing is made then
    public DBusPath create(
            Caller caller, HandleToken token, Function<LiveSession, SessionBody> body) {
        var place = quota.take(caller);
        var session = register(caller, SessionHandle.of(caller.connection(), token), body);
        var path = session.handle().path();
        session.onEnd(() -> {
            live.remove(path);
            place.run();
        });
        var exported =
                ExportedInterface.of(Session.class, session)
                        .property("version", () -> new UInt32(1))
                        .inline();
        session.onEnd(bus.export(path, List.of(exported))::close);
        session.onEnd(connections.onDeparture(caller.connection(), session::end));
        return new DBusPath(path);
    }

    private LiveSession register(
            Caller caller, SessionHandle wanted, Function<LiveSession, SessionBody> body) {
        var handle = wanted;
        while (true) {
            var session = new LiveSession(bus, caller, handle);
            session.take(body.apply(session));
            if (live.putIfAbsent(handle.path(), session) == null) {
                return session;
            }
            handle = wanted.distinct();
        }
    }

    /// The caller's own session of the kind that the calling portal makes.
    ///
    /// @throws PortalException `AccessDenied` "Invalid session" for one that is unknown, another
    ///   caller's, or another portal's
    public <B extends SessionBody> B claim(DBusPath path, Caller caller, Class<B> type) {
        var session = live.get(path.getPath());
        if (session == null
                || !session.caller().connection().equals(caller.connection())
                || !type.isInstance(session.body())) {
            throw PortalException.accessDenied("Invalid session");
        }
        return type.cast(session.body());
    }

    /// The live sessions of one portal.
    public <B extends SessionBody> List<B> ofType(Class<B> type) {
        return live.values().stream()
                .map(LiveSession::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// Ends all of them and tells their owners: the portal is going.
    @Override
    public void close() {
        live.values().forEach(LiveSession::endAndTell);
    }
}
