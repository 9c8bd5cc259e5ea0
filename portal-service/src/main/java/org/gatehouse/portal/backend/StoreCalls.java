package org.gatehouse.portal.backend;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.impl.portal.PermissionStore;
import org.gatehouse.Decisions1;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.RemoteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The permission store as others know it, and ours beside it if it is ours that runs.
///
/// Every call ends after 2 seconds. Threads: any.
@Singleton
public final class StoreCalls {

    static final String STORE = "org.freedesktop.impl.portal.PermissionStore";
    static final String STORE_PATH = "/org/freedesktop/impl/portal/PermissionStore";

    private static final Logger LOG = LoggerFactory.getLogger(StoreCalls.class);
    public static final String OURS = "org.gatehouse.Permissions1";
    public static final String OURS_PATH = "/org/gatehouse/Permissions1";
    private static final long ABSENCE_HOLDS = Duration.ofSeconds(1).toNanos();
    public static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Set<String> NOBODY =
            Set.of(
                    "org.freedesktop.DBus.Error.ServiceUnknown",
                    "org.freedesktop.DBus.Error.NameHasNoOwner");

    private static final String NOT_STARTED = "org.freedesktop.DBus.Error.Spawn.";

    /// How the store is, as far as the last call showed.
    private enum State {
        SERVING,
        ABSENT,
        FAILING
    }

    private final BusConnection bus;
    private volatile long lookedFor;
    private final AtomicReference<State> state = new AtomicReference<>(State.SERVING);

    @Inject
    StoreCalls(BusConnection bus) {
        this.bus = bus;
    }

    /// Whether the store that runs is ours.
    public boolean isOurs() {
        return bus.peers().owner(OURS).isPresent();
    }

    public Decisions1 ours() {
        return remote(Decisions1.class, OURS, OURS_PATH);
    }

    PermissionStore store() {
        return remote(PermissionStore.class, STORE, STORE_PATH);
    }

    /// Whether a store was looked for within the last second and there was none; one that came
    /// since would own its name. Spares the bus a failing activation for each of many requests.
    boolean isKnownAbsent() {
        return state.get() == State.ABSENT
                && System.nanoTime() - lookedFor < ABSENCE_HOLDS
                && bus.peers().owner(STORE).isEmpty();
    }

    /// The store has answered, if only that there is no such entry.
    void served() {
        note(State.SERVING, "");
    }

    /// A call has failed.
    ///
    /// @return whether there is no store at all
    boolean failed(RuntimeException failure) {
        boolean absent = isAbsence(failure);
        lookedFor = System.nanoTime();
        note(absent ? State.ABSENT : State.FAILING, String.valueOf(failure.getMessage()));
        return absent;
    }

    /// Whether a call failed because nobody owns the name, or could be made to.
    static boolean isAbsence(RuntimeException failure) {
        return failure instanceof RemoteException remote
                && (NOBODY.contains(remote.name()) || remote.name().startsWith(NOT_STARTED));
    }

    private void note(State now, String why) {
        if (state.getAndSet(now) == now) {
            return;
        }
        switch (now) {
            case SERVING -> LOG.info("the permission store serves");
            case ABSENT -> LOG.warn("there is no permission store: nothing is kept ({})", why);
            case FAILING -> LOG.warn("the permission store fails: nothing is allowed ({})", why);
        }
    }

    private <T> T remote(Class<T> type, String name, String path) {
        return bus.remote(type, name, path, DEADLINE);
    }
}
