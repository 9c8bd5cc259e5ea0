package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.PropertyChanges.PropertiesChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The situations in which the person cannot be asked, as our store tells them.
///
/// Read when first needed, kept up to date by the signals of the store's present owner, and read
/// anew when the owner changes. Without our store, or while it fails, there are none; one that
/// fails is asked again 10 seconds later.
///
/// Threads: any; only [#now] waits, for at most 2 seconds.
@Singleton
public final class Situations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Situations.class);
    private static final String PROPERTY = "Situations";
    private static final long PATIENCE_SECONDS = 10;

    private final BusConnection bus;
    private final StoreCalls calls;
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable CompletableFuture<List<String>>> known =
            new AtomicReference<>();
    private final List<Subscription> subscriptions;

    @Inject
    Situations(BusConnection bus, StoreCalls calls) {
        this.bus = bus;
        this.calls = calls;
        this.subscriptions =
                List.of(
                        bus.subscribe(
                                PropertiesChanged.class,
                                StoreCalls.OURS,
                                StoreCalls.OURS_PATH,
                                (change, _) -> changed(change)),
                        bus.peers().onOwnerChange(StoreCalls.OURS, (_, _) -> known.set(null)));
    }

    /// Has `listener` run when the last situation has ended, on a thread of the bus layer.
    public void onEnd(Runnable listener) {
        ends.add(listener);
    }

    /// One of those that hold now; empty if there is none.
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    public Optional<String> now() throws InterruptedException {
        var present = known.get();
        if (present == null) {
            present = read();
        }
        try {
            return present.get().stream().findFirst();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the situations could not be read", e);
        }
    }

    private CompletableFuture<List<String>> read() {
        var fresh = new CompletableFuture<List<String>>();
        known.set(fresh);
        Thread.startVirtualThread(() -> {
            try {
                fresh.complete(calls.isOurs() ? words(property()) : List.of());
            } catch (BusException | WireException e) {
                LOG.warn("the situations cannot be read: {}", e.getMessage());
                fresh.complete(List.of());
                CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .execute(() -> known.compareAndSet(fresh, null));
            }
        });
        return fresh;
    }

    private Object property() {
        return bus.property(
                Permissions1.class,
                StoreCalls.OURS,
                StoreCalls.OURS_PATH,
                PROPERTY,
                StoreCalls.DEADLINE);
    }

    private void changed(PropertiesChanged change) {
        var value = change.changed_properties().get(PROPERTY);
        if (!change.interface_name().equals(StoreCalls.OURS) || value == null) {
            return;
        }
        var before = known.getAndSet(CompletableFuture.completedFuture(words(value.getValue())));
        boolean ended = words(value.getValue()).isEmpty();
        if (ended && (before == null || !before.getNow(List.of()).isEmpty())) {
            ends.forEach(Runnable::run);
        }
    }

    private static List<String> words(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
