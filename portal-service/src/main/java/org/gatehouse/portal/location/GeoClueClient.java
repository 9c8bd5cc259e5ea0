package org.gatehouse.portal.location;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusException;
import org.gatehouse.portal.location.LocationSource.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client of GeoClue, made for one session.
///
/// Threads: any.
final class GeoClueClient implements LocationSource.Tracking {

    private static final Logger LOG = LoggerFactory.getLogger(GeoClueClient.class);
    private static final String LEVEL = "RequestedAccuracyLevel";

    private final GeoClue geoClue;
    private final String path;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Takes over a client that GeoClue has made.
    GeoClueClient(GeoClue geoClue, String path) {
        this.geoClue = geoClue;
        this.path = path;
    }

    /// Sets what is wanted, all at once, and starts it.
    ///
    /// @throws BusException if GeoClue refuses, fails or does not answer within 10 seconds
    /// @throws InterruptedException if the request was closed
    void start(String desktopId, Wish wish) throws InterruptedException {
        var settings =
                Map.of(
                        "DesktopId",
                        new Variant<>(desktopId),
                        "DistanceThreshold",
                        new Variant<>(new UInt32(wish.distance())),
                        "TimeThreshold",
                        new Variant<>(new UInt32(wish.time())),
                        LEVEL,
                        level(wish.accuracy()));
        var sent =
                settings.entrySet().stream()
                        .map(each -> setting(each.getKey(), each.getValue()))
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(sent).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BusException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
        geoClue.client(path).Start();
    }

    private CompletableFuture<Void> setting(String name, Variant<?> value) {
        return CompletableFuture.runAsync(
                () -> geoClue.set(path, name, value), Thread::startVirtualThread);
    }

    /// GeoClue chooses its sources when a client starts, so that it is stopped and started anew.
    @Override
    public void accuracy(Accuracy accuracy) {
        later(() -> {
            geoClue.client(path).Stop();
            geoClue.set(path, LEVEL, level(accuracy));
            if (accuracy != Accuracy.NONE && !closed.get()) {
                geoClue.client(path).Start();
            }
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            later(() -> {
                geoClue.client(path).Stop();
                geoClue.delete(path);
            });
        }
    }

    private static void later(Runnable calls) {
        Thread.startVirtualThread(() -> {
            try {
                calls.run();
            } catch (BusException e) {
                LOG.info("GeoClue: {}", e.getMessage());
            }
        });
    }

    private static Variant<?> level(Accuracy accuracy) {
        return new Variant<>(new UInt32(accuracy.geoClueLevel()));
    }
}
