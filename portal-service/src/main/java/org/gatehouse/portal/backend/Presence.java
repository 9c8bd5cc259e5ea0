package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.freedesktop.DBus;
import org.gatehouse.bus.BusConnection;

/// Who is there, or would come if called.
///
/// What can be started is asked of the bus at most once in 5 seconds. Threads: any.
@Singleton
public final class Presence {

    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long HOLDS = Duration.ofSeconds(5).toNanos();

    private record Startable(Set<String> names, long at) {}

    private final BusConnection bus;
    private volatile Startable startable = new Startable(Set.of(), System.nanoTime() - HOLDS);

    @Inject
    Presence(BusConnection bus) {
        this.bus = bus;
    }

    /// Whether a name is owned.
    public boolean isOwned(String name) {
        return bus.peers().owner(name).isPresent();
    }

    /// Whether a call to a name would reach somebody.
    public boolean isReachable(String name) {
        return isOwned(name) || startable().contains(name);
    }

    private Set<String> startable() {
        var known = startable;
        if (System.nanoTime() - known.at() < HOLDS) {
            return known.names();
        }
        var names = bus.remote(DBus.class, BUS, BUS_PATH, DEADLINE).ListActivatableNames();
        startable = new Startable(Set.copyOf(names), System.nanoTime());
        return startable.names();
    }
}
