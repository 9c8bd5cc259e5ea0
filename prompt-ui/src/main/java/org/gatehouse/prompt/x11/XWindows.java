package org.gatehouse.prompt.x11;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.gatehouse.prompt.running.OpenWindows;

/// The windows that an X11 window manager lists.
///
/// Knows nothing where X11 is not the whole desktop: without a window manager that keeps the list,
/// and in a Wayland session, whose own windows no X server sees. An iconified window is an open
/// one, which the person finds in the task bar; but it never counts as active, whatever the window
/// manager left in `_NET_ACTIVE_WINDOW`. Source: Extended Window Manager Hints 1.5.
///
/// Threads: [#now] any platform thread, with a connection of its own; the watch has a thread and a
/// connection.
public final class XWindows implements OpenWindows {

    private static final String CLIENT_LIST = "_NET_CLIENT_LIST";
    private static final String ACTIVE_WINDOW = "_NET_ACTIVE_WINDOW";
    private static final String STATE = "_NET_WM_STATE";

    /// Of X servers that only show X11 programs in a Wayland session, since version 23.1.
    private static final String WAYLAND_EXTENSION = "XWAYLAND";

    /// Opening one window makes a dozen events.
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final long STACK_BYTES = 256 * 1024;

    private final String display;

    private XWindows(String display) {
        this.display = display;
    }

    /// Touches no server yet.
    public static OpenWindows of(Map<String, String> environment) {
        var display = environment.getOrDefault("DISPLAY", "");
        boolean wayland =
                !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                        || environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland");
        return display.isEmpty() || wayland ? OpenWindows.unknown() : new XWindows(display);
    }

    @Override
    public Optional<List<OpenWindow>> now() {
        return Xcb.open(display)
                .flatMap(server -> {
                    try (server) {
                        return server.hasExtension(WAYLAND_EXTENSION)
                                ? Optional.empty()
                                : read(server);
                    }
                });
    }

    @Override
    public boolean watch(Runnable changed, Runnable ended) {
        var opened = Xcb.open(display);
        opened.ifPresent(server -> {
            server.tellPropertyChanges(server.root());
            follow(server);
            Thread.ofPlatform()
                    .daemon()
                    .name("open-windows")
                    .stackSize(STACK_BYTES)
                    .start(() -> watch(server, changed, ended));
        });
        return opened.isPresent();
    }

    private static Optional<List<OpenWindow>> read(Xcb server) {
        var active = active(server);
        return clients(server)
                .map(list -> {
                    var open = new ArrayList<OpenWindow>();
                    for (long window : list) {
                        process(server, window)
                                .ifPresent(pid -> open.add(new OpenWindow(pid, window == active)));
                    }
                    return open;
                });
    }

    private static Optional<long[]> clients(Xcb server) {
        return server.longs(server.root(), server.atom(CLIENT_LIST));
    }

    private static long active(Xcb server) {
        long hidden = server.atom("_NET_WM_STATE_HIDDEN");
        long state = server.atom(STATE);
        return server.longs(server.root(), server.atom(ACTIVE_WINDOW))
                .filter(values -> values.length > 0 && values[0] != 0)
                .map(values -> values[0])
                .filter(window -> !contains(server.longs(window, state), hidden))
                .orElse(0L);
    }

    private static boolean contains(Optional<long[]> values, long value) {
        return values.map(LongStream::of).orElseGet(LongStream::empty).anyMatch(v -> v == value);
    }

    /// What the window claims counts only where the server cannot tell.
    private static Optional<Long> process(Xcb server, long window) {
        return server.processOf(window)
                .or(() ->
                        server.longs(window, server.atom("_NET_WM_PID"))
                                .filter(values -> values.length > 0)
                                .map(values -> values[0]));
    }

    private static void watch(Xcb server, Runnable changed, Runnable ended) {
        try (server) {
            var telling =
                    Set.of(
                            server.atom(CLIENT_LIST),
                            server.atom(ACTIVE_WINDOW),
                            server.atom(STATE));
            var event = server.await();
            while (event.isPresent()) {
                if (telling.contains(event.get().atom())) {
                    Thread.sleep(TOGETHER);
                    for (var more = server.poll(); more.isPresent(); ) {
                        more = server.poll();
                    }
                    follow(server);
                    changed.run();
                }
                event = server.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.run();
        }
    }

    /// Of the windows only their state is waited for, but the server tells of every property.
    private static void follow(Xcb server) {
        for (long window : clients(server).orElseGet(() -> new long[0])) {
            server.tellPropertyChanges(window);
        }
        server.flush();
    }
}
