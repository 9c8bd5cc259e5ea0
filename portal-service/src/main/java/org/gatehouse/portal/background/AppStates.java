package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.impl.portal.Background;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.CallInterrupted;
import org.gatehouse.portal.backend.Backend;
import org.gatehouse.portal.backend.Backends;
import org.gatehouse.protocol.AppIdentity.Sandboxed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backend that knows which apps have windows, and that tells the person of those without.
///
/// Threads: any; calls wait.
final class AppStates {

    /// What a backend for this has to serve.
    static final String INTERFACE = "org.freedesktop.impl.portal.Background";

    private static final Logger LOG = LoggerFactory.getLogger(AppStates.class);
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final String HANDLES = PATH + "/notify/background";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /// What the person said about an app that runs without a window.
    enum Said {
        FORBID,
        ALLOW,
        /// Nothing, or that this instance may go on.
        THIS_INSTANCE
    }

    private final BusConnection bus;
    private final Optional<Backend> backend;
    private final AtomicInteger handles = new AtomicInteger();

    @Inject
    AppStates(BusConnection bus, Backends backends) {
        this.bus = bus;
        this.backend = backends.find(INTERFACE);
    }

    boolean isConfigured() {
        return backend.isPresent();
    }

    /// Has `changed` run when windows may have come or gone, and when the backend has come.
    void onChange(Runnable changed) {
        if (backend.isEmpty()) {
            return;
        }
        var name = backend.get().busName();
        bus.subscribe(
                Background.RunningApplicationsChanged.class, name, PATH, (_, _) -> changed.run());
        bus.peers()
                .onOwnerChange(
                        name,
                        (_, now) -> {
                            if (!now.isEmpty()) {
                                changed.run();
                            }
                        });
    }

    /// Whether the backend calls apps by the names that we have for them.
    boolean isOurs() {
        return backend.filter(Backend::isOurs).isPresent();
    }

    /// How instances are now. The backend is not asked, and so not started, while nothing runs that
    /// has to have a window.
    List<Sight> see(List<Instance> running) {
        boolean ask = isThere() || running.stream().anyMatch(AppStates::hasWindows);
        var now = ask ? now() : Optional.<Map<String, WindowState>>empty();
        return running.stream().map(each -> Sight.of(each, now)).toList();
    }

    private static boolean hasWindows(Instance instance) {
        boolean service = instance instanceof UnitInstance unit && unit.isService();
        return instance.identity() instanceof Sandboxed && !service;
    }

    private boolean isThere() {
        return backend.flatMap(each -> bus.peers().owner(each.busName())).isPresent();
    }

    /// The apps of which the backend knows whether they have a window; empty if it cannot be told.
    private Optional<Map<String, WindowState>> now() {
        if (backend.isEmpty()) {
            return Optional.empty();
        }
        try {
            var found = new HashMap<String, WindowState>();
            remote(backend.get(), DEADLINE)
                    .GetAppState()
                    .forEach((app, state) -> found.put(app, state(state.getValue())));
            return Optional.of(found);
        } catch (BusException e) {
            LOG.info("nobody tells which apps have windows: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// What is not understood is no reason to stop an app.
    private static WindowState state(Object value) {
        return value instanceof UInt32 number
                ? WindowState.of(number.longValue())
                : WindowState.OPEN;
    }

    /// Tells the person, and waits for what they say.
    ///
    /// @param name of the app, for the person
    /// @throws InterruptedException if nobody waits any longer; the notice is taken back
    Said tell(String app, String name) throws InterruptedException {
        var handle = HANDLES + handles.incrementAndGet();
        if (backend.isEmpty()) {
            return Said.THIS_INSTANCE;
        }
        try {
            var answer =
                    remote(backend.get(), BusConnection.NO_DEADLINE)
                            .NotifyBackground(new DBusPath(handle), app, name);
            return said(answer.results());
        } catch (CallInterrupted e) {
            Thread.interrupted();
            close(backend.get(), handle);
            throw new InterruptedException("nobody waits for the answer");
        } catch (BusException e) {
            LOG.warn("nobody was told that {} runs in the background: {}", app, e.getMessage());
            return Said.THIS_INSTANCE;
        }
    }

    private static Said said(Map<String, ?> results) {
        if (results.get("result") instanceof org.freedesktop.dbus.types.Variant<?> result
                && result.getValue() instanceof UInt32 number) {
            return switch (number.intValue()) {
                case 0 -> Said.FORBID;
                case 1 -> Said.ALLOW;
                default -> Said.THIS_INSTANCE;
            };
        }
        return Said.THIS_INSTANCE;
    }

    private void close(Backend of, String handle) {
        try {
            bus.remote(Request.class, of.busName(), handle, CLOSING).Close();
        } catch (BusException e) {
            LOG.debug("no notice was taken back: {}", e.getMessage());
        }
    }

    private Background remote(Backend of, Duration deadline) {
        return bus.remote(Background.class, of.busName(), PATH, deadline);
    }
}
