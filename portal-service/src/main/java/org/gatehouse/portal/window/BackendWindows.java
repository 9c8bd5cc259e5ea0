package org.gatehouse.portal.window;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Background;
import org.freedesktop.impl.portal.Background.RunningApplicationsChanged;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.bus.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The apps with windows as a desktop's backend tells them (`impl.portal.Background`).
///
/// Read anew each time the backend says that something has changed, and when its owner changes. It
/// names apps and not what confines them. Threads: any; [#read] waits on threads of the bus layer.
final class BackendWindows implements WindowStates {

    private static final Logger LOG = LoggerFactory.getLogger(BackendWindows.class);
    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final BusConnection bus;
    private final String name;
    private volatile @Nullable Set<VisibleApp> visible;
    private volatile Subscription changes = () -> {};
    private volatile Subscription owners = () -> {};

    private BackendWindows(BusConnection bus, String name) {
        this.bus = bus;
        this.name = name;
    }

    /// Empty if the backend does not answer.
    static Optional<WindowStates> open(BusConnection bus, String name, Runnable changed) {
        var windows = new BackendWindows(bus, name);
        windows.changes =
                bus.subscribe(
                        RunningApplicationsChanged.class,
                        name,
                        PATH,
                        (_, _) -> windows.reread(changed));
        windows.read();
        if (windows.visible == null) {
            windows.close();
            return Optional.empty();
        }
        windows.owners = bus.peers().onOwnerChange(name, (_, _) -> windows.reread(changed));
        return Optional.of(windows);
    }

    private void reread(Runnable changed) {
        read();
        changed.run();
    }

    private synchronized void read() {
        try {
            visible =
                    bus.peers().owner(name).isPresent()
                            ? apps(bus.remote(Background.class, name, PATH, DEADLINE).GetAppState())
                            : null;
        } catch (BusException | WireException e) {
            LOG.info("{} does not tell which apps have windows: {}", name, e.getMessage());
            visible = null;
        }
    }

    private static Set<VisibleApp> apps(Map<String, Variant<?>> states) {
        return states.entrySet().stream()
                .filter(each ->
                        each.getValue().getValue() instanceof UInt32 state && state.intValue() > 0)
                .map(each -> new VisibleApp("", each.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Set<VisibleApp>> visible() {
        return Optional.ofNullable(visible);
    }

    @Override
    public String source() {
        return name;
    }

    @Override
    public void close() {
        changes.close();
        owners.close();
    }
}
