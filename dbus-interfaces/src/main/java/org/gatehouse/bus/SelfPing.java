package org.gatehouse.bus;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices a connection that is up but deaf, by calling itself through the bus.
///
/// A service that owns its name and answers nobody is worse than none: callers wait, and nothing
/// restarts it. Such a connection is closed, which ends the process.
final class SelfPing {

    private static final Logger LOG = LoggerFactory.getLogger(SelfPing.class);
    private static final SelfPing USUAL =
            new SelfPing(Duration.ofSeconds(30), Duration.ofSeconds(20));

    private final Duration every;
    private final Duration deadline;

    SelfPing(Duration every, Duration deadline) {
        this.every = every;
        this.deadline = deadline;
    }

    /// Watches for as long as the connection is open.
    static void watch(BusConnection connection) {
        USUAL.start(connection);
    }

    void start(BusConnection connection) {
        var watched = new WeakReference<>(connection);
        Thread.ofVirtual().name("bus-self-ping").start(() -> run(watched));
    }

    private void run(WeakReference<BusConnection> watched) {
        try {
            do {
                Thread.sleep(every);
            } while (isWell(watched.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether there is still something to watch.
    private boolean isWell(@Nullable BusConnection connection) {
        if (connection == null || connection.isClosed()) {
            return false;
        }
        if (!answers(connection) && !connection.isClosed()) {
            LOG.error("the connection to the bus is deaf; it is closed");
            connection.close();
        }
        return !connection.isClosed();
    }

    private boolean answers(BusConnection connection) {
        try {
            connection
                    .remote(StandardInterfaces.Peer.class, connection.uniqueName(), "/", deadline)
                    .Ping();
            return true;
        } catch (BusException e) {
            return false;
        }
    }
}
