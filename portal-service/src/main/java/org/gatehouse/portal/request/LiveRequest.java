package org.gatehouse.portal.request;

import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.RequestHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request, from its method's reply to its Response, its Close or its caller's departure.
///
/// Threads: the flow on its own; Close and departure on any. Whoever claims the [Ending] first
/// decides how it ends, so there is at most one Response.
final class LiveRequest implements Request {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRequest.class);

    private final BusConnection bus;
    private final Caller caller;
    private final RequestHandle handle;
    private final Flow flow;
    private final Ending ending = new Ending();
    private volatile @Nullable Thread thread;

    LiveRequest(BusConnection bus, Caller caller, RequestHandle handle, Flow flow) {
        this.bus = bus;
        this.caller = caller;
        this.handle = handle;
        this.flow = flow;
    }

    /// Adds what is to be done at the end, before what was added earlier.
    void onEnd(Runnable step) {
        ending.add(step);
    }

    /// Ends the request for its creator.
    ///
    /// @throws PortalException `AccessDenied` for anybody but the creator
    @Override
    public void Close() {
        if (!Invocation.current().sender().equals(caller.connection())) {
            throw PortalException.accessDenied("this request belongs to another caller");
        }
        abandon();
    }

    /// Ends the request at once and without a Response.
    void abandon() {
        if (!ending.claim()) {
            return;
        }
        LOG.info("{} ended by its caller", handle);
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        ending.run();
        flow.abandoned();
    }

    /// Runs the flow on this thread and sends the Response.
    void run() {
        thread = Thread.currentThread();
        if (ending.isClaimed()) {
            return;
        }
        var outcome = outcome();
        if (!ending.claim()) {
            return;
        }
        LOG.info("{} of {}: {}", handle, caller.app(), outcome.code());
        bus.emitTo(
                caller.connection(),
                handle.path(),
                new Response(new UInt32(outcome.code().value()), outcome.results()));
        ending.run();
        outcome.afterwards().run();
    }

    private Outcome outcome() {
        try {
            return flow.run(handle);
        } catch (InterruptedException | CallInterrupted e) {
            return Outcome.other();
        } catch (RuntimeException | Error e) {
            // whatever it was, the app gets its one Response
            LOG.error("{} failed", handle, e);
            return Outcome.other();
        }
    }

    @Override
    public String getObjectPath() {
        return handle.path();
    }
}
