package org.gatehouse.portal.location;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.freedesktop.GeoClue2.Client;
import org.freedesktop.GeoClue2.Location;
import org.freedesktop.GeoClue2.Manager;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client of GeoClue, made for one session.
///
/// Threads: positions arrive on one of the bus layer, in order; everything else on any.
final class GeoClueClient implements LocationSource.Tracking {

    private static final Logger LOG = LoggerFactory.getLogger(GeoClueClient.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String NOWHERE = "/";

    private final BusConnection bus;
    private final String path;
    private final Consumer<Position> updates;
    private final Subscription subscription;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Takes over a client that GeoClue has made.
    GeoClueClient(BusConnection bus, String path, Consumer<Position> updates) {
        this.bus = bus;
        this.path = path;
        this.updates = updates;
        this.subscription =
                bus.subscribe(
                        Client.LocationUpdated.class,
                        GeoClueSource.GEOCLUE,
                        path,
                        (update, _) -> moved(update.latest()));
    }

    /// Sets what is wanted and starts it.
    ///
    /// @throws BusException if GeoClue refuses, fails or does not answer within 10 seconds
    void start(String desktopId, Wish wish) {
        set("DesktopId", new Variant<>(desktopId));
        set("DistanceThreshold", new Variant<>(new UInt32(wish.distance())));
        set("TimeThreshold", new Variant<>(new UInt32(wish.time())));
        set("RequestedAccuracyLevel", level(wish.accuracy()));
        client().Start();
    }

    /// GeoClue chooses its sources when a client starts, so that it is stopped and started anew.
    @Override
    public void accuracy(Accuracy accuracy) {
        later(() -> {
            client().Stop();
            set("RequestedAccuracyLevel", level(accuracy));
            if (accuracy != Accuracy.NONE && !closed.get()) {
                client().Start();
            }
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            later(this::stop);
        }
    }

    private void stop() {
        subscription.close();
        client().Stop();
        bus.remote(Manager.class, GeoClueSource.GEOCLUE, GeoClueSource.MANAGER, DEADLINE)
                .DeleteClient(new DBusPath(path));
    }

    private void later(Runnable calls) {
        Thread.startVirtualThread(() -> {
            try {
                calls.run();
            } catch (BusException e) {
                LOG.info("GeoClue: {}", e.getMessage());
            }
        });
    }

    private void moved(DBusPath location) {
        if (closed.get() || location.getPath().equals(NOWHERE)) {
            return;
        }
        try {
            var properties =
                    bus.properties(
                            Location.class, GeoClueSource.GEOCLUE, location.getPath(), DEADLINE);
            GeoCluePosition.of(properties).ifPresent(updates);
        } catch (BusException | WireException e) {
            LOG.info("GeoClue's position cannot be read: {}", e.getMessage());
        }
    }

    private Client client() {
        return bus.remote(Client.class, GeoClueSource.GEOCLUE, path, DEADLINE);
    }

    private void set(String name, Variant<?> value) {
        bus.setProperty(Client.class, GeoClueSource.GEOCLUE, path, name, value, DEADLINE);
    }

    private static Variant<?> level(Accuracy accuracy) {
        return new Variant<>(new UInt32(accuracy.geoClueLevel()));
    }
}
