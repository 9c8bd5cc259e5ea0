package org.gatehouse.portal.use;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.freedesktop.login1.Manager;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.role.RoleSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses every use before the machine sleeps, and lets it go on afterwards. Nothing ends, and
/// nobody is asked again.
///
/// On a connection of its own to the system bus; without one nothing is heard of sleep. Threads:
/// any; guarded by the object.
@Singleton
final class SleepWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SleepWatch.class);
    private static final String LOGIN1 = "org.freedesktop.login1";
    private static final String PATH = "/org/freedesktop/login1";
    private static final Duration AFTER_THE_START = Duration.ofMillis(300);

    private final RoleSettings settings;
    private final Uses uses;
    private final Thread opening;
    private @Nullable BusConnection bus;
    private boolean closed;

    @Inject
    SleepWatch(RoleSettings settings, Uses uses) {
        this.settings = settings;
        this.uses = uses;
        this.opening = Thread.ofVirtual().name("sleep-watch").unstarted(this::open);
    }

    /// Begins to listen, a moment after the service has started.
    void start() {
        opening.start();
    }

    private void open() {
        try {
            Thread.sleep(AFTER_THE_START);
            var connection = BusConnection.open(BusAddress.system(settings.environment()));
            keep(connection);
            connection.subscribe(
                    Manager.PrepareForSleep.class,
                    LOGIN1,
                    PATH,
                    (sleep, _) -> uses.asleep(sleep.start()));
        } catch (BusException e) {
            LOG.info("nothing is heard of sleep: {}", e.getMessage());
        } catch (InterruptedException e) {
            LOG.debug("closed before it began");
        }
    }

    private synchronized void keep(BusConnection connection) {
        if (closed) {
            connection.close();
            return;
        }
        bus = connection;
    }

    @Override
    public void close() {
        opening.interrupt();
        synchronized (this) {
            closed = true;
            if (bus != null) {
                bus.close();
            }
        }
    }
}
