package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Lockdown;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.PropertyChanges.PropertiesChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the administrator or the desktop has switched off (`impl.portal.Lockdown`).
///
/// Without a backend for it nothing is switched off. With one, its properties are read at the first
/// question, which may start it, and kept up to date by its signals; a backend that comes, or comes
/// back, is read anew.
///
/// Threads: any; only the first question after a change of the owner waits, for at most 2 seconds;
/// a backend that does not answer is tried again 10 seconds later.
@Singleton
public final class Lockdowns {

    private static final Logger LOG = LoggerFactory.getLogger(Lockdowns.class);
    private static final String INTERFACE = "org.freedesktop.impl.portal.Lockdown";
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final BusConnection bus;
    private final @Nullable Backend backend;
    private final Map<String, Boolean> disabled = new ConcurrentHashMap<>();
    private volatile boolean isRead;
    private volatile long notBefore = System.nanoTime();

    @Inject
    Lockdowns(BusConnection bus, Backends backends) {
        this.bus = bus;
        this.backend = backends.find(INTERFACE).orElse(null);
        if (backend != null) {
            bus.subscribe(
                    PropertiesChanged.class,
                    backend.busName(),
                    PATH,
                    (change, _) -> changed(change));
            bus.peers().onOwnerChange(backend.busName(), (_, _) -> ownerChanged());
        }
    }

    private void ownerChanged() {
        notBefore = System.nanoTime();
        isRead = false;
    }

    /// Whether `disable-NAME` is set.
    public boolean isDisabled(String name) {
        if (backend != null && !isRead && System.nanoTime() - notBefore >= 0) {
            read(backend);
        }
        return disabled.getOrDefault("disable-" + name, false);
    }

    private void read(Backend from) {
        // before the call, so that a change of the owner meanwhile is not lost
        isRead = true;
        try {
            take(bus.properties(Lockdown.class, from.busName(), PATH, DEADLINE));
        } catch (BusException | WireException e) {
            isRead = false;
            notBefore = System.nanoTime() + PATIENCE;
            LOG.warn("the lockdown of {} cannot be read: {}", from.name(), e.getMessage());
        }
    }

    private void changed(PropertiesChanged change) {
        if (change.interface_name().equals(INTERFACE)) {
            take(change.changed_properties());
            isRead = isRead && change.invalidated_properties().isEmpty();
        }
    }

    private void take(Map<String, Variant<?>> properties) {
        properties.forEach((name, value) -> {
            if (value.getValue() instanceof Boolean set) {
                disabled.put(name, set);
            }
        });
    }
}
