package org.gatehouse.portal.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.HandleToken;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.RequestHandle;

/// The live requests.
///
/// Threads: any.
@Singleton
public final class Requests implements AutoCloseable {

    private final BusConnection bus;
    private final Connections connections;
    private final Quota quota = new Quota(new Quota.Limits("requests", 32, 64, 2_048));
    private final Set<String> paths = ConcurrentHashMap.newKeySet();
    private final Set<LiveRequest> live = ConcurrentHashMap.newKeySet();

    @Inject
    Requests(BusConnection bus, Connections connections) {
        this.bus = bus;
        this.connections = connections;
    }

    /// Makes a request for the call that is being handled; its flow starts once the reply is out.
    ///
    /// @return the handle, which the face returns to the caller
    /// @throws PortalException `Failed` beyond a limit; nothing is made then
    public DBusPath start(Caller caller, HandleToken token, Flow flow) {
        var place = quota.take(caller);
        var handle = unused(RequestHandle.of(caller.connection(), token));
        var request = new LiveRequest(bus, caller, handle, flow);
        live.add(request);
        request.onEnd(() -> {
            live.remove(request);
            paths.remove(handle.path());
            place.run();
        });
        request.onEnd(
                bus.export(
                                handle.path(),
                                List.of(ExportedInterface.of(Request.class, request).inline()))
                        ::close);
        request.onEnd(connections.onDeparture(caller.connection(), request::abandon));
        Invocation.current().afterReply(request::run);
        return new DBusPath(handle.path());
    }

    /// Ends all of them without a Response: the portal is going.
    @Override
    public void close() {
        live.forEach(LiveRequest::abandon);
    }

    private RequestHandle unused(RequestHandle wanted) {
        var handle = wanted;
        while (!paths.add(handle.path())) {
            handle = wanted.distinct();
        }
        return handle;
    }
}
