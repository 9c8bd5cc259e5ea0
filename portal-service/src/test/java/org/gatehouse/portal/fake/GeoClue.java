package org.gatehouse.portal.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.GeoClue2.Client;
import org.freedesktop.GeoClue2.Location;
import org.freedesktop.GeoClue2.Manager;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.protocol.PortalException;

/// GeoClue on a private system bus, whose position the test says.
public final class GeoClue implements AutoCloseable {

    private static final String ROOT = "/org/freedesktop/GeoClue2/";

    /// A client that the portal made, with what it has set.
    public final class Following implements Client {

        private final String path;
        private final String owner;
        private final Map<String, Object> properties = new ConcurrentHashMap<>();
        private final AtomicBoolean active = new AtomicBoolean();

        private Following(String path, String owner) {
            this.path = path;
            this.owner = owner;
        }

        @Override
        public void Start() {
            if (refusing.get()) {
                throw PortalException.accessDenied("not allowed");
            }
            active.set(true);
        }

        @Override
        public void Stop() {
            active.set(false);
        }

        public boolean isActive() {
            return active.get();
        }

        /// A property as it was last set.
        public Object property(String name) {
            return properties.getOrDefault(name, new UInt32(0));
        }

        /// Moves this client's position.
        public void move(double latitude, double longitude, double accuracy) {
            var location = ROOT + "Location/" + numbers.incrementAndGet();
            bus.export(location, List.of(place(latitude, longitude, accuracy)));
            tell(location);
        }

        /// Signals a path that is no position.
        public void moveNowhere() {
            tell("/");
        }

        private void tell(String location) {
            bus.emitTo(owner, path, new LocationUpdated(new DBusPath("/"), new DBusPath(location)));
        }

        @Override
        public String getObjectPath() {
            return path;
        }
    }

    private final BusConnection bus;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final List<Following> clients = new CopyOnWriteArrayList<>();
    private final List<String> deleted = new CopyOnWriteArrayList<>();

    /// Serves on this connection to a system bus, which is closed with it.
    public GeoClue(BusConnection bus) {
        this.bus = bus;
        var manager =
                ExportedInterface.of(Manager.class, new Face())
                        .property("InUse", () -> false)
                        .property("AvailableAccuracyLevel", () -> new UInt32(8))
                        .inline();
        bus.export(ROOT + "Manager", List.of(manager));
        bus.requestName("org.freedesktop.GeoClue2", Set.of());
    }

    public List<Following> clients() {
        return clients;
    }

    /// Whether a client has been started.
    public boolean isFollowed() {
        return clients.stream().anyMatch(Following::isActive);
    }

    /// The paths of clients that the portal gave back.
    public List<String> deleted() {
        return deleted;
    }

    /// From now on starting a client fails.
    public void refuse() {
        refusing.set(true);
    }

    private static ExportedInterface<Location> place(
            double latitude, double longitude, double accuracy) {
        return ExportedInterface.<Location>of(Location.class, () -> "/")
                .property("Latitude", () -> latitude)
                .property("Longitude", () -> longitude)
                .property("Accuracy", () -> accuracy)
                .property("Altitude", () -> -Double.MAX_VALUE)
                .property("Speed", () -> 1.5)
                .property("Heading", () -> -1.0)
                .property("Description", () -> "a place")
                .property(
                        "Timestamp",
                        () -> new Location.Time(new UInt64(1_700_000_000L), new UInt64(5L)));
    }

    private final class Face implements Manager {

        @Override
        public DBusPath GetClient() {
            return CreateClient();
        }

        @Override
        public DBusPath CreateClient() {
            var path = ROOT + "Client/" + numbers.incrementAndGet();
            var client = new Following(path, Invocation.current().sender());
            bus.export(path, List.of(served(client)));
            clients.add(client);
            return new DBusPath(path);
        }

        @Override
        public void DeleteClient(DBusPath client) {
            deleted.add(client.getPath());
        }

        @Override
        public void AddAgent(String id) {}

        @Override
        public String getObjectPath() {
            return ROOT + "Manager";
        }
    }

    private static ExportedInterface<Client> served(Following client) {
        var face =
                ExportedInterface.<Client>of(Client.class, client)
                        .property("Location", () -> new DBusPath("/"))
                        .property("Active", client::isActive);
        for (var name : List.of("DistanceThreshold", "TimeThreshold", "RequestedAccuracyLevel")) {
            face =
                    face.property(
                            name,
                            () -> client.property(name),
                            value -> client.properties.put(name, value));
        }
        return face.property(
                        "DesktopId", () -> "", value -> client.properties.put("DesktopId", value))
                .inline();
    }

    @Override
    public void close() {
        bus.close();
    }
}
