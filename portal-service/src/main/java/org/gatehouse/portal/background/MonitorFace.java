package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.background.Monitor;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.role.RoleSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `org.freedesktop.background.Monitor`: the apps without a window, for whoever shows them.
///
/// On a connection and a name of its own; the loss of either ends nothing else. Threads: any;
/// guarded by the object.
@Singleton
final class MonitorFace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorFace.class);
    private static final String NAME = "org.freedesktop.background.Monitor";
    private static final String PATH = "/org/freedesktop/background/monitor";
    private static final String TYPE = "aa{sv}";

    /// One line of the list.
    ///
    /// @param message what the app says that it is doing; `""` if it says nothing
    record App(String id, String instance, String message) implements Comparable<App> {

        @Override
        public int compareTo(App other) {
            return Comparator.comparing(App::id).thenComparing(App::instance).compare(this, other);
        }

        private Map<String, Variant<?>> keys() {
            var keys = new LinkedHashMap<String, Variant<?>>();
            keys.put("app_id", new Variant<>(id));
            keys.put("instance", new Variant<>(instance));
            if (!message.isEmpty()) {
                keys.put("message", new Variant<>(message));
            }
            return keys;
        }
    }

    private final RoleSettings settings;
    private List<App> apps = List.of();
    private @Nullable BusConnection bus;
    private boolean closed;

    @Inject
    MonitorFace(RoleSettings settings) {
        this.settings = settings;
    }

    /// Connects and takes the name; waits for the bus.
    void open() {
        try {
            var connection = BusConnection.open(BusAddress.session(settings.environment()));
            connection.export(
                    PATH,
                    List.of(
                            ExportedInterface.<Monitor>of(Monitor.class, () -> PATH)
                                    .property("version", () -> new UInt32(1))
                                    .property("BackgroundApps", this::list)));
            if (!connection.requestName(NAME, Set.of())) {
                LOG.warn("{} is taken: the desktop does not see apps in the background", NAME);
            }
            keep(connection);
        } catch (BusException e) {
            LOG.warn("the desktop does not see apps in the background: {}", e.getMessage());
        }
    }

    private synchronized void keep(BusConnection connection) {
        if (closed) {
            connection.close();
            return;
        }
        bus = connection;
    }

    private synchronized List<Map<String, Variant<?>>> list() {
        return apps.stream().map(App::keys).toList();
    }

    /// Shows these from now on.
    synchronized void show(List<App> now) {
        if (now.equals(apps)) {
            return;
        }
        apps = List.copyOf(now);
        if (bus != null) {
            bus.emitPropertiesChanged(
                    PATH, Monitor.class, Map.of("BackgroundApps", new Variant<>(list(), TYPE)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (bus != null) {
            bus.close();
        }
    }
}
