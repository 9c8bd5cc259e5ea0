package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
/// Without a backend for it nothing is switched off. With one, its properties are read before the
/// first question is answered, which may start it, and kept up to date by its signals; a backend
/// that comes, or comes back, is read anew. One that does not answer switches nothing off and is
/// tried again 10 seconds later.
///
/// Threads: any; only [#await] waits.
@Singleton
public final class Lockdowns {

    private static final Logger LOG = LoggerFactory.getLogger(Lockdowns.class);
    private static final String INTERFACE = "org.freedesktop.impl.portal.Lockdown";
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 10;

    private final BusConnection bus;
    private final @Nullable Backend backend;
    private final Map<String, Boolean> disabled = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable CompletableFuture<Void>> reading =
            new AtomicReference<>();

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
            bus.peers().onOwnerChange(backend.busName(), (_, now) -> ownerChanged(now));
        }
    }

    /// Whether `disable-NAME` is set, as far as is known. Never waits.
    public boolean isDisabled(String name) {
        return disabled.getOrDefault("disable-" + name, false);
    }

    /// Whether [#await] would return at once.
    public boolean isKnown() {
        var present = reading.get();
        return backend == null || (present != null && present.isDone());
    }

    /// Waits until the backend has been read, for at most 2 seconds.
    ///
    /// @throws InterruptedException if the connection ends meanwhile
    public void await() throws InterruptedException {
        if (backend == null) {
            return;
        }
        var present = reading.get();
        if (present == null) {
            present = read(backend);
        }
        try {
            present.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the lockdown could not be read", e);
        }
    }

    private void ownerChanged(String now) {
        if (backend != null && !now.isEmpty() && reading.get() != null) {
            var _ = read(backend);
        }
    }

    private CompletableFuture<Void> read(Backend from) {
        var fresh = CompletableFuture.runAsync(() -> readNow(from), Thread::startVirtualThread);
        reading.set(fresh);
        return fresh;
    }

    private void readNow(Backend from) {
        try {
            take(bus.properties(Lockdown.class, from.busName(), PATH, DEADLINE));
        } catch (BusException | WireException e) {
            LOG.warn("the lockdown of {} cannot be read: {}", from.name(), e.getMessage());
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> reading.set(null));
        }
    }

    private void changed(PropertiesChanged change) {
        if (change.interface_name().equals(INTERFACE)) {
            take(change.changed_properties());
            if (!change.invalidated_properties().isEmpty()) {
                reading.set(null);
            }
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
