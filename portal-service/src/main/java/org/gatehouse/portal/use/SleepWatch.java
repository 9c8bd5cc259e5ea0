package org.gatehouse.portal.use;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freedesktop.login1.Manager;
import org.gatehouse.bus.BusAddress;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.role.RoleSettings;
import org.gatehouse.watch.FolderWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses every use before the machine sleeps, and lets it go on afterwards. Nothing ends, and
/// nobody is asked again.
///
/// On a connection of its own to the system bus. One that is not there, or goes, is awaited: the
/// kernel tells when its socket appears (inotify), and it is tried again once a minute. Whoever
/// said that the machine sleeps and has gone since counts no longer.
///
/// Threads: a virtual one of its own, which an interrupt ends; guarded by the object.
@Singleton
final class SleepWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SleepWatch.class);
    private static final String LOGIN1 = "org.freedesktop.login1";
    private static final String PATH = "/org/freedesktop/login1";
    private static final Pattern SOCKET = Pattern.compile("unix:(?:.*,)?path=([^,]+).*");
    private static final long AGAIN_SECONDS = 60;

    private final BusAddress address;
    private final Uses uses;
    private final Thread listening;

    @Inject
    SleepWatch(RoleSettings settings, Uses uses) {
        this.address = BusAddress.system(settings.environment());
        this.uses = uses;
        this.listening = Thread.ofVirtual().name("sleep-watch").unstarted(this::run);
    }

    /// Begins to listen.
    void start() {
        listening.start();
    }

    private void run() {
        try {
            while (true) {
                try (var bus = connection()) {
                    listen(bus);
                } catch (BusException e) {
                    LOG.debug("the system bus goes: {}", e.getMessage());
                }
                LOG.info("nothing is heard of sleep: the system bus has gone");
                uses.asleep(false);
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch is closed");
        }
    }

    /// @throws InterruptedException if the watch was closed; else returns when the bus has gone
    private void listen(BusConnection bus) throws InterruptedException {
        var gone = new Semaphore(0);
        bus.onClosed(gone::release);
        bus.subscribe(
                Manager.PrepareForSleep.class,
                LOGIN1,
                PATH,
                (sleep, _) -> said(bus, sleep.start()));
        bus.peers().onOwnerChange(LOGIN1, (_, _) -> said(bus, false));
        gone.acquire();
    }

    /// A signal and the leaving of who sent it are told on threads of their own.
    private synchronized void said(BusConnection bus, boolean asleep) {
        uses.asleep(asleep && bus.peers().owner(LOGIN1).isPresent());
    }

    private BusConnection connection() throws InterruptedException {
        try {
            return BusConnection.open(address);
        } catch (BusException e) {
            LOG.info("nothing is heard of sleep: {}", e.getMessage());
            return laterConnection();
        }
    }

    private BusConnection laterConnection() throws InterruptedException {
        var changes = new Semaphore(0);
        long patience = AGAIN_SECONDS;
        try (var _ = watch(changes::release)) {
            while (true) {
                try {
                    // what came before the watch began is not told
                    return BusConnection.open(address);
                } catch (BusException e) {
                    LOG.trace("not yet: {}", e.getMessage());
                }
                boolean changed = changes.tryAcquire(patience, TimeUnit.SECONDS);
                changes.drainPermits();
                // a socket is there a moment before anybody listens at it
                patience = changed ? 1 : AGAIN_SECONDS;
            }
        }
    }

    private @Nullable FolderWatch watch(Runnable changed) {
        try {
            return FolderWatch.start("system-bus-comes", folders(address), changed);
        } catch (IOException e) {
            LOG.warn("the system bus is only looked for once a minute: {}", e.getMessage());
            return null;
        }
    }

    private static List<Path> folders(BusAddress of) {
        return of.addresses().stream()
                .flatMap(each -> Stream.of(SOCKET.matcher(each)))
                .filter(found -> found.matches())
                .map(found -> Path.of(found.group(1)).getParent())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void close() {
        listening.interrupt();
    }
}
