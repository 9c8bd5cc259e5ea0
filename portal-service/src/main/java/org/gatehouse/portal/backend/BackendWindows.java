package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.protocol.RequestHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Windows that a backend shows for us, for as long as a person takes.
///
/// Threads: any; [#show] waits, on the virtual thread of a request.
public final class BackendWindows {

    private static final Logger LOG = LoggerFactory.getLogger(BackendWindows.class);
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final BusConnection bus;

    @Inject
    BackendWindows(BusConnection bus) {
        this.bus = bus;
    }

    /// Has a backend show a window and waits for its answer, without a time limit.
    ///
    /// @param handle of the request, at which the backend can be told to close the window
    /// @param call to the backend
    /// @throws InterruptedException if nobody waits any longer; the window has been closed then
    /// @throws BusException if the backend fails, or goes
    public <T extends DBusInterface, R> R show(
            Class<T> type, Backend backend, RequestHandle handle, Function<T, R> call)
            throws InterruptedException {
        try {
            return call.apply(bus.remote(type, backend.busName(), PATH, BusConnection.NO_DEADLINE));
        } catch (CallInterrupted e) {
            Thread.interrupted();
            close(backend, handle);
            throw new InterruptedException("nobody waits for the answer");
        }
    }

    private void close(Backend backend, RequestHandle handle) {
        try {
            bus.remote(Request.class, backend.busName(), handle.path(), CLOSING).Close();
        } catch (BusException e) {
            LOG.debug("no window was closed: {}", e.getMessage());
        }
    }
}
