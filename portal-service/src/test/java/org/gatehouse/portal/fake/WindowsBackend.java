package org.gatehouse.portal.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Background;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.Reply;
import org.gatehouse.protocol.PortalException;

/// A backend that has the windows that a test says, and answers for the person as it says.
public final class WindowsBackend implements AutoCloseable {

    private static final String PATH = "/org/freedesktop/portal/desktop";
    private static final int RUNNING = 1;

    /// A notice that is shown.
    public static final class Notice implements Request {

        private final String handle;
        private final String app;
        private final String name;
        private final Reply reply;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Notice(String handle, String app, String name, Reply reply) {
            this.handle = handle;
            this.app = app;
            this.name = name;
            this.reply = reply;
        }

        public String app() {
            return app;
        }

        public String name() {
            return name;
        }

        /// Whether the portal has taken it back.
        public boolean isClosed() {
            return closed.get();
        }

        public void forbid() {
            answer(Map.of("result", new Variant<>(new UInt32(0))));
        }

        public void allow() {
            answer(Map.of("result", new Variant<>(new UInt32(1))));
        }

        public void allowThisInstance() {
            answer(Map.of("result", new Variant<>(new UInt32(2))));
        }

        private void answer(Map<String, Variant<?>> results) {
            reply.complete(new Background.NotifyBackgroundResult(new UInt32(0), results));
        }

        @Override
        public void Close() {
            closed.set(true);
            answer(Map.of());
        }

        @Override
        public String getObjectPath() {
            return handle;
        }
    }

    private final BusConnection bus;
    private final Map<String, Integer> states = new ConcurrentHashMap<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    /// Serves as `name` on this connection, which is closed with it.
    public WindowsBackend(BusConnection bus, String name) {
        this.bus = bus;
        bus.export(PATH, List.of(ExportedInterface.of(Background.class, new Face())));
        bus.requestName(name, Set.of());
    }

    /// The app opens a window.
    public void open(String app) {
        states.put(app, RUNNING);
        bus.emit(PATH, new Background.RunningApplicationsChanged());
    }

    /// The app closes its last window.
    public void close(String app) {
        states.remove(app);
        bus.emit(PATH, new Background.RunningApplicationsChanged());
    }

    /// The notices that were ever shown.
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /// How often it was asked for windows.
    public int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        bus.close();
    }

    private final class Face implements Background {

        @Override
        public Map<String, Variant<?>> GetAppState() {
            looks.incrementAndGet();
            var found = new HashMap<String, Variant<?>>();
            states.forEach((app, state) -> found.put(app, new Variant<>(new UInt32(state))));
            return found;
        }

        @Override
        public NotifyBackgroundResult NotifyBackground(
                DBusPath handle, String app_id, String name) {
            var notice = new Notice(handle.getPath(), app_id, name, Invocation.current().detach());
            bus.export(handle.getPath(), List.of(ExportedInterface.of(Request.class, notice)));
            notices.add(notice);
            return new NotifyBackgroundResult(new UInt32(0), Map.of());
        }

        @Override
        public boolean EnableAutostart(
                String app_id, boolean enable, List<String> commandline, UInt32 flags) {
            throw PortalException.notAllowed("the portal never calls this");
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
