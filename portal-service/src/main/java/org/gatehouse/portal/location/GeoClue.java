package org.gatehouse.portal.location;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.freedesktop.DBus;
import org.freedesktop.GeoClue2.Client;
import org.freedesktop.GeoClue2.Location;
import org.freedesktop.GeoClue2.Manager;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// GeoClue on one connection to the system bus, and our clients there.
///
/// All clients share one subscription, so that a session costs the bus no match rule of its own.
///
/// Threads: positions arrive on one of the bus layer, in order; everything else on any.
final class GeoClue {

    private static final Logger LOG = LoggerFactory.getLogger(GeoClue.class);
    private static final String NAME = "org.freedesktop.GeoClue2";
    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";
    private static final String MANAGER = "/org/freedesktop/GeoClue2/Manager";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String NOWHERE = "/";

    private final BusConnection bus;
    private final Map<String, Consumer<Position>> following = new ConcurrentHashMap<>();

    /// Begins to listen.
    ///
    /// @throws BusException if the system bus does not answer
    GeoClue(BusConnection bus) {
        this.bus = bus;
        bus.subscribe(
                Client.LocationUpdated.class,
                NAME,
                null,
                (update, message) -> moved(message.header().path(), update.latest().getPath()));
    }

    BusConnection bus() {
        return bus;
    }

    /// Makes a client, whose positions go to `updates`.
    ///
    /// @return its path
    /// @throws BusException if there is no GeoClue or it does not answer within 10 seconds
    String create(Consumer<Position> updates) {
        var path = manager().CreateClient().getPath();
        following.put(path, updates);
        return path;
    }

    /// Gives a client back.
    void delete(String path) {
        following.remove(path);
        manager().DeleteClient(new DBusPath(path));
    }

    /// Whether it runs, or would be started.
    ///
    /// @throws BusException if the system bus does not answer
    boolean isReachable() {
        return bus.peers().owner(NAME).isPresent()
                || bus.remote(DBus.class, BUS, BUS_PATH, DEADLINE)
                        .ListActivatableNames()
                        .contains(NAME);
    }

    Client client(String path) {
        return bus.remote(Client.class, NAME, path, DEADLINE);
    }

    void set(String path, String property, Variant<?> value) {
        bus.setProperty(Client.class, NAME, path, property, value, DEADLINE);
    }

    private Manager manager() {
        return bus.remote(Manager.class, NAME, MANAGER, DEADLINE);
    }

    private void moved(String client, String location) {
        var updates = following.get(client);
        if (updates != null && !location.equals(NOWHERE)) {
            position(location).ifPresent(updates);
        }
    }

    private Optional<Position> position(String location) {
        try {
            return GeoCluePosition.of(bus.properties(Location.class, NAME, location, DEADLINE));
        } catch (BusException | WireException e) {
            LOG.info("a position of GeoClue's cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
