package org.gatehouse.prompt.service;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.Reply;
import org.gatehouse.prompt.running.AppState;
import org.gatehouse.prompt.running.OpenWindows;
import org.gatehouse.prompt.running.RunningApps;
import org.gatehouse.protocol.PortalException;

/// Answers which apps have windows and, from the first such question on, tells of every change.
///
/// Threads: public methods from any; everything is looked at on one platform thread, in order, so
/// that an older look never takes the place of a newer one. That thread ends when it is idle.
final class AppWatch {

    private static final int IDLE_SECONDS = 5;
    private static final long STACK_BYTES = 256 * 1024;

    private final OpenWindows windows;
    private final RunningApps apps;
    private final Runnable changed;
    private final ThreadPoolExecutor looking;
    private Map<String, AppState> last = Map.of();
    private volatile boolean watching;
    private final AtomicLong asked = new AtomicLong();

    /// @param changed told when the answer is another one than before
    AppWatch(OpenWindows windows, RunningApps apps, Runnable changed) {
        this.windows = windows;
        this.apps = apps;
        this.changed = changed;
        var threads =
                Thread.ofPlatform().daemon().name("running-apps").stackSize(STACK_BYTES).factory();
        this.looking =
                new ThreadPoolExecutor(
                        1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        looking.allowCoreThreadTimeOut(true);
    }

    /// Answers with app id → `u`, as `GetAppState` has it; with `Failed` where nobody can know who
    /// has windows, since an empty answer would say that nobody has.
    void answer(Reply reply) {
        asked.incrementAndGet();
        looking.execute(() -> {
            try {
                reply.complete(states());
            } catch (RuntimeException e) {
                reply.fail(e);
            }
        });
    }

    /// Whether somebody counts on being told: the portal has asked, and a sandboxed app runs whose
    /// window may open or close. Waits for the window system, and may look at all processes.
    boolean isNeeded() {
        return watching
                && apps.states().map(now -> now.sandboxed() || apps.isAnyUnlisted()).orElse(false);
    }

    /// How often it was asked.
    long asked() {
        return asked.get();
    }

    private Map<String, Variant<?>> states() {
        if (!watching) {
            watching = windows.watch(() -> looking.execute(this::look), this::ended);
        }
        last =
                apps.states()
                        .orElseThrow(() ->
                                PortalException.failed(
                                        "this desktop does not tell which apps have windows"))
                        .apps();
        var wire = new HashMap<String, Variant<?>>();
        last.forEach((app, state) -> wire.put(app, new Variant<>(new UInt32(state.wire()))));
        return wire;
    }

    private void look() {
        apps.states()
                .ifPresent(now -> {
                    boolean differs = !now.apps().equals(last);
                    last = now.apps();
                    if (differs) {
                        changed.run();
                    }
                });
    }

    private void ended() {
        watching = false;
        changed.run();
    }
}
