package org.gatehouse.portal.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallRate;
import org.gatehouse.bus.Subscription;
import org.gatehouse.protocol.PortalException;
import org.jspecify.annotations.Nullable;

/// The connections that have created something: their rate, and what ends when they leave the bus.
///
/// Threads: any; `present` is guarded by itself and never held while something else is called.
@Singleton
public final class Connections {

    private static final class Present {
        private final CallRate rate = new CallRate(System::nanoTime);
        private final Set<Runnable> departures = new LinkedHashSet<>();
        private @Nullable Subscription watch;
        private boolean gone;
    }

    private final BusConnection bus;
    private final Map<String, Present> present = new HashMap<>();

    @Inject
    Connections(BusConnection bus) {
        this.bus = bus;
    }

    /// Counts a call that creates something.
    ///
    /// @throws PortalException `Failed` beyond 200 calls a second
    public void countCreation(String connection) {
        present(connection).rate.count();
    }

    /// Has `departure` run when the connection leaves the bus, on a thread of the bus layer.
    ///
    /// @return to be run when that is no longer wanted
    public Runnable onDeparture(String connection, Runnable departure) {
        var owner = present(connection);
        boolean gone;
        synchronized (present) {
            gone = owner.gone;
            owner.departures.add(departure);
        }
        if (gone) {
            // it left between its call and now
            departure.run();
        }
        return () -> {
            synchronized (present) {
                owner.departures.remove(departure);
            }
        };
    }

    private Present present(String connection) {
        Present fresh;
        synchronized (present) {
            var known = present.get(connection);
            if (known != null) {
                return known;
            }
            fresh = new Present();
            present.put(connection, fresh);
        }
        var watch = bus.peers().onVanish(connection, () -> left(connection));
        synchronized (present) {
            fresh.watch = watch;
        }
        return fresh;
    }

    private void left(String connection) {
        List<Runnable> departures;
        Subscription watch;
        synchronized (present) {
            var owner = present.remove(connection);
            if (owner == null) {
                return;
            }
            owner.gone = true;
            departures = new ArrayList<>(owner.departures);
            watch = owner.watch;
        }
        departures.forEach(Runnable::run);
        if (watch != null) {
            watch.close();
        }
    }
}
