package org.gatehouse.portal.request;

import java.util.Map;
import java.util.Objects;
import org.freedesktop.portal.Session;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.Invocation;
import org.gatehouse.portal.consent.Caller;
import org.gatehouse.protocol.PortalException;
import org.gatehouse.protocol.SessionHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session, from its method's reply to its end.
///
/// Threads: any. Whoever claims the [Ending] first decides whether the owner is told.
public final class LiveSession implements Session {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final BusConnection bus;
    private final Caller caller;
    private final SessionHandle handle;
    private final Ending ending = new Ending();
    private @Nullable SessionBody body;

    LiveSession(BusConnection bus, Caller caller, SessionHandle handle) {
        this.bus = bus;
        this.caller = caller;
        this.handle = handle;
    }

    public Caller caller() {
        return caller;
    }

    public SessionHandle handle() {
        return handle;
    }

    public boolean isEnded() {
        return ending.isClaimed();
    }

    /// Ends the session without a word: its owner closed it, was refused, or is gone.
    public void end() {
        finish(() -> {});
    }

    /// Ends the session and tells its owner by `Closed`; nothing else is sent for it afterwards.
    public void endAndTell() {
        finish(() -> bus.emitTo(caller.connection(), handle.path(), new Closed(Map.of())));
    }

    /// Closes the session for its owner; no Closed follows.
    ///
    /// @throws PortalException `AccessDenied` for anybody else
    @Override
    public void Close() {
        if (!Invocation.current().sender().equals(caller.connection())) {
            throw PortalException.accessDenied("this session belongs to another caller");
        }
        end();
    }

    void take(SessionBody made) {
        body = made;
    }

    SessionBody body() {
        return Objects.requireNonNull(body, "taken before the session is known to anybody");
    }

    void onEnd(Runnable step) {
        ending.add(step);
    }

    private void finish(Runnable tell) {
        if (!ending.claim()) {
            return;
        }
        body().ended();
        tell.run();
        ending.run();
        LOG.info("{} of {} ended", handle, caller.app());
    }

    @Override
    public String getObjectPath() {
        return handle.path();
    }
}
