package org.gatehouse.bus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.libc.Libc;

/// Who is on the bus, since when, and who owns which name.
///
/// Kept from `NameOwnerChanged` of the bus itself; a signal of that name from anybody else does not
/// count. Threads: kept by the reading thread, asked from any; listeners are told on the
/// executor's.
public final class Peers {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final BusConnection connection;
    private final Executor executor;
    private final Map<String, Long> announced = new ConcurrentHashMap<>();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, CopyOnWriteArrayList<Runnable>> vanishing = new ConcurrentHashMap<>();
    private final Map<String, TrackedName> tracked = new ConcurrentHashMap<>();

    /// A name whose owner is kept up to date.
    private static final class TrackedName {
        final CompletableFuture<String> first = new CompletableFuture<>();
        final CopyOnWriteArrayList<BiConsumer<String, String>> listeners =
                new CopyOnWriteArrayList<>();
        volatile String owner = "";
    }

    Peers(BusConnection connection, Executor executor) {
        this.connection = connection;
        this.executor = executor;
    }

    /// When the bus announced the peer: CLOCK_BOOTTIME in nanoseconds; empty for a peer that was
    /// there before us, or has gone.
    public OptionalLong announcedAt(String uniqueName) {
        var time = announced.get(uniqueName);
        return time == null ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /// The unique name of a name's present owner. Waits for the bus the first time a name is asked
    /// for.
    public Optional<String> owner(String name) {
        var tracking = track(name);
        try {
            tracking.first.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterrupted("interrupted while waiting for the owner of " + name);
        } catch (ExecutionException | TimeoutException e) {
            throw new BusException("the bus does not tell who owns " + name, e);
        }
        return tracking.owner.isEmpty() ? Optional.empty() : Optional.of(tracking.owner);
    }

    /// Whether `uniqueName` owns `name` now, as far as is known without waiting.
    public boolean isOwner(String uniqueName, String name) {
        return name.equals(uniqueName) || track(name).owner.equals(uniqueName);
    }

    /// Tells of each change of a name's owner: (old, new), `""` for nobody. Not told of the first
    /// one.
    public Subscription onOwnerChange(String name, BiConsumer<String, String> listener) {
        var listeners = track(name).listeners;
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Runs `action` once when the peer has left the bus; at once if it has already.
    public Subscription onVanish(String uniqueName, Runnable action) {
        var listeners = vanishing.computeIfAbsent(uniqueName, _ -> new CopyOnWriteArrayList<>());
        listeners.add(action);
        if (!present.contains(uniqueName) && listeners.remove(action)) {
            executor.execute(action);
        }
        return () -> listeners.remove(action);
    }

    /// A message of this peer came; on the reading thread.
    void seen(String uniqueName) {
        present.add(uniqueName);
    }

    private TrackedName track(String name) {
        var existing = tracked.get(name);
        if (existing != null) {
            return existing;
        }
        var tracking = new TrackedName();
        var other = tracked.putIfAbsent(name, tracking);
        if (other != null) {
            return other;
        }
        connection.driver().askOwner(name, owner -> learn(tracking, owner));
        return tracking;
    }

    private void learn(TrackedName tracking, String owner) {
        if (!owner.isEmpty()) {
            present.add(owner);
        }
        if (!tracking.first.isDone()) {
            tracking.owner = owner;
            tracking.first.complete(owner);
        }
    }

    /// `NameOwnerChanged`, on the reading thread.
    void ownerChanged(Message signal) {
        var change = signal.read();
        if (change.length == 3
                && change[0] instanceof String name
                && change[1] instanceof String before
                && change[2] instanceof String after) {
            ownerChanged(name, before, after);
        }
    }

    private void ownerChanged(String name, String before, String after) {
        if (!after.isEmpty()) {
            present.add(after);
        }
        if (name.startsWith(":")) {
            uniqueNameChanged(name, after);
        }
        var tracking = tracked.get(name);
        if (tracking == null) {
            return;
        }
        tracking.owner = after;
        tracking.first.complete(after);
        for (var listener : tracking.listeners) {
            connection.inOrder(() -> listener.accept(before, after));
        }
    }

    private void uniqueNameChanged(String name, String after) {
        if (!after.isEmpty()) {
            announced.put(name, Libc.bootTimeNanos());
            return;
        }
        announced.remove(name);
        present.remove(name);
        tracked.remove(name);
        connection.peerVanished(name);
        var listeners = vanishing.remove(name);
        if (listeners != null) {
            listeners.forEach(executor::execute);
        }
    }
}
