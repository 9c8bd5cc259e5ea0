package org.gatehouse.portal.window;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.gatehouse.protocol.AppIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The windows of an X server, as its window manager lists them.
///
/// Driven by the server's events. A window counts as visible unless it is iconified or hidden.
/// Whose it is, the kernel has told the server (X-Resource); where the server does not tell that,
/// the window itself is believed (`_NET_WM_PID`). Other programs of the same display can deceive
/// all of this, as they can anything under X11.
///
/// Threads: a platform thread of its own talks to the server; asked from any. A server that dies
/// ends the watching and nothing else.
final class X11Windows implements WindowStates {

    private static final Logger LOG = LoggerFactory.getLogger(X11Windows.class);
    private static final int NORMAL = 1;
    private static final long STACK_BYTES = 256 * 1024;

    private final X11Connection server;
    private final LongFunction<Optional<AppIdentity>> identities;
    private final Runnable changed;
    private final Map<Integer, Optional<VisibleApp>> owners = new HashMap<>();
    private final int clientList;
    private final int state;
    private final int hidden;
    private final int iconState;
    private final int claimedProcess;
    private final @Nullable Integer resources;
    private volatile @Nullable Set<VisibleApp> visible;

    private X11Windows(
            X11Connection server, LongFunction<Optional<AppIdentity>> identities, Runnable changed)
            throws IOException {
        this.server = server;
        this.identities = identities;
        this.changed = changed;
        this.clientList = server.atom("_NET_CLIENT_LIST");
        this.state = server.atom("_NET_WM_STATE");
        this.hidden = server.atom("_NET_WM_STATE_HIDDEN");
        this.iconState = server.atom("WM_STATE");
        this.claimedProcess = server.atom("_NET_WM_PID");
        this.resources = server.extension("X-Resource").orElse(null);
        if (resources != null) {
            server.agree(resources);
        }
        server.watch(server.root());
        look();
    }

    /// Connects and begins to watch.
    ///
    /// @param identities process id → what runs there
    /// @param changed run after each change, on the thread of the watching
    static Optional<WindowStates> open(
            X11Display display, LongFunction<Optional<AppIdentity>> identities, Runnable changed) {
        try {
            var server = X11Connection.open(display);
            try {
                var windows = new X11Windows(server, identities, changed);
                Thread.ofPlatform()
                        .daemon()
                        .name("x11-windows")
                        .stackSize(STACK_BYTES)
                        .unstarted(windows::follow)
                        .start();
                return Optional.of(windows);
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            LOG.info("no windows are seen on {}: {}", display.socket(), e.getMessage());
            return Optional.empty();
        }
    }

    private void follow() {
        try {
            while (true) {
                server.awaitEvents();
                var before = visible;
                look();
                if (!Objects.equals(before, visible)) {
                    changed.run();
                }
            }
        } catch (IOException e) {
            LOG.info("windows are not seen any longer: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("windows are not seen any longer", e);
        } finally {
            visible = null;
            close();
            changed.run();
        }
    }

    /// Looks at all windows; without a window manager that lists them nothing is known.
    private void look() throws IOException {
        var list = server.property(server.root(), clientList);
        if (list.isEmpty()) {
            visible = null;
            return;
        }
        var windows = IntStream.of(list.get()).boxed().toList();
        owners.keySet().retainAll(Set.copyOf(windows));
        visible = visible(windows);
    }

    private Set<VisibleApp> visible(List<Integer> windows) throws IOException {
        var found = new HashSet<VisibleApp>();
        for (int window : windows) {
            if (!owners.containsKey(window)) {
                server.watch(window);
                owners.put(window, owner(window));
            }
            var owner = owners.getOrDefault(window, Optional.empty());
            if (owner.isPresent() && !found.contains(owner.get()) && isVisible(window)) {
                found.add(owner.get());
            }
        }
        return Set.copyOf(found);
    }

    private boolean isVisible(int window) throws IOException {
        var icon = server.property(window, iconState).orElse(new int[] {NORMAL});
        if (icon.length > 0 && icon[0] != NORMAL) {
            return false;
        }
        var states = server.property(window, state).orElse(new int[0]);
        return IntStream.of(states).noneMatch(each -> each == hidden);
    }

    private Optional<VisibleApp> owner(int window) throws IOException {
        return process(window)
                .flatMap(pid -> identities.apply(pid))
                .filter(identity -> !(identity instanceof AppIdentity.Unknown))
                .map(identity -> new VisibleApp(identity.wireKind(), identity.wireId()));
    }

    private Optional<Integer> process(int window) throws IOException {
        if (resources != null) {
            return server.process(resources, window);
        }
        return server.property(window, claimedProcess)
                .filter(values -> values.length == 1)
                .map(values -> values[0]);
    }

    @Override
    public Optional<Set<VisibleApp>> visible() {
        return Optional.ofNullable(visible);
    }

    @Override
    public String source() {
        return "the X server";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("the connection to the X server is left open: {}", e.getMessage());
        }
    }
}
