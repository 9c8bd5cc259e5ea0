package org.gatehouse.portal.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gatehouse.portal.consent.GrantKey;
import org.gatehouse.portal.window.WindowStates.VisibleApp;

/// Which apps are in use: they have a visible window, or had one within the grace period.
///
/// What tells of windows is opened when first needed, and again, at most once in 10 seconds, after
/// it has failed. Where nothing tells, no app is in use.
///
/// Threads: any; guarded by the object, which is not held while listeners run.
public final class InUse implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    /// Opens what tells of windows.
    @FunctionalInterface
    public interface Opening {

        /// Blocks for at most a few seconds.
        ///
        /// @param changed to be run after each change, on any thread
        /// @return empty if nothing tells here
        Optional<WindowStates> open(Runnable changed);
    }

    /// Somebody who wants to know about one app.
    private record Watch(GrantKey key, Runnable changed) {}

    private final Opening opening;
    private final LongSupplier grace;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Map<VisibleApp, Long> goneAt = new HashMap<>();
    private Set<VisibleApp> visible = Set.of();
    private CompletableFuture<Optional<WindowStates>> windows =
            CompletableFuture.completedFuture(Optional.empty());
    private long tried = System.nanoTime() - PATIENCE;
    private boolean closed;

    /// Opens nothing yet.
    ///
    /// @param grace in nanoseconds, asked for each time
    public InUse(Opening opening, LongSupplier grace) {
        this.opening = opening;
        this.grace = grace;
    }

    /// Whether it can be told which apps have a visible window. May wait the first time.
    public boolean isKnown() {
        return open().flatMap(WindowStates::visible).isPresent();
    }

    /// Where it is known from, for people; `""` if it is not known. May wait the first time.
    public String source() {
        return open().filter(each -> each.visible().isPresent())
                .map(WindowStates::source)
                .orElse("");
    }

    /// Whether the app has a visible window, or had one a moment ago. May wait the first time.
    public boolean holds(GrantKey key) {
        var _ = open();
        synchronized (this) {
            look();
            return visible.stream().anyMatch(app -> app.is(key.kind(), key.app()))
                    || goneAt.keySet().stream().anyMatch(app -> app.is(key.kind(), key.app()));
        }
    }

    /// Has `changed` run after each change that may concern an app.
    ///
    /// @return to be run when that is no longer wanted
    public Runnable watch(GrantKey key, Runnable changed) {
        var watch = new Watch(key, changed);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /// Whoever comes while they are being opened waits for that.
    private Optional<WindowStates> open() {
        return current().join();
    }

    private synchronized CompletableFuture<Optional<WindowStates>> current() {
        if (closed || !isStale()) {
            return windows;
        }
        windows.join().ifPresent(WindowStates::close);
        tried = System.nanoTime();
        var fresh = new CompletableFuture<Optional<WindowStates>>();
        windows = fresh;
        Thread.startVirtualThread(() -> open(fresh));
        return fresh;
    }

    private boolean isStale() {
        return windows.isDone()
                && windows.join().flatMap(WindowStates::visible).isEmpty()
                && System.nanoTime() - tried >= PATIENCE;
    }

    private void open(CompletableFuture<Optional<WindowStates>> place) {
        try {
            place.complete(opening.open(this::changed));
        } finally {
            // it failed: nothing tells
            place.complete(Optional.empty());
        }
    }

    /// Something has changed: windows, or the grace period.
    public void changed() {
        synchronized (this) {
            look();
        }
        watches.forEach(each -> each.changed().run());
    }

    /// Takes note of what is visible now, and of what was until now.
    private void look() {
        var now = windows.getNow(Optional.empty()).flatMap(WindowStates::visible).orElse(Set.of());
        long time = System.nanoTime();
        long kept = grace.getAsLong();
        var gone = new HashSet<>(visible);
        gone.removeAll(now);
        for (var app : gone) {
            goneAt.put(app, time);
            CompletableFuture.delayedExecutor(kept, TimeUnit.NANOSECONDS).execute(this::changed);
        }
        goneAt.keySet().removeAll(now);
        goneAt.values().removeIf(at -> time - at >= kept);
        visible = now;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            windows.getNow(Optional.empty()).ifPresent(WindowStates::close);
        }
    }
}
