package org.gatehouse.portal.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.FileChooser;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.Reply;
import org.gatehouse.testing.Await;

/// A backend that notes what it is asked for and picks as the test says.
public final class ChooserBackend implements AutoCloseable {

    /// Its bus name.
    public static final String NAME = "org.freedesktop.impl.portal.desktop.chooser";

    private static final String PATH = "/org/freedesktop/portal/desktop";

    /// A window that is open.
    public static final class Window implements Request {

        private final String method;
        private final String handle;
        private final String app;
        private final String title;
        private final Map<String, Variant<?>> options;
        private final Reply reply;
        private final AtomicBoolean closed = new AtomicBoolean();
        private Runnable atEnd = () -> {};

        private Window(
                String method,
                String handle,
                String app,
                String title,
                Map<String, Variant<?>> options) {
            this.method = method;
            this.handle = handle;
            this.app = app;
            this.title = title;
            this.options = Map.copyOf(options);
            this.reply = Invocation.current().detach();
        }

        public String method() {
            return method;
        }

        public String app() {
            return app;
        }

        public String title() {
            return title;
        }

        public Map<String, Variant<?>> options() {
            return options;
        }

        /// A path among the options, without its NUL; `""` if it is not there.
        public String path(String key) {
            return options.containsKey(key)
                    ? new String((byte[]) options.get(key).getValue(), StandardCharsets.UTF_8)
                            .replace("\0", "")
                    : "";
        }

        public boolean isClosed() {
            return closed.get();
        }

        /// The person picks.
        public void pick(String... uris) {
            answer(0, Map.of("uris", new Variant<>(List.of(uris), "as")));
        }

        public void answer(int code, Map<String, Variant<?>> results) {
            var response = new UInt32(code);
            atEnd.run();
            reply.complete(
                    switch (method) {
                        case "OpenFile" -> new FileChooser.OpenFileResult(response, results);
                        case "SaveFile" -> new FileChooser.SaveFileResult(response, results);
                        default -> new FileChooser.SaveFilesResult(response, results);
                    });
        }

        @Override
        public void Close() {
            closed.set(true);
            answer(2, Map.of());
        }

        @Override
        public String getObjectPath() {
            return handle;
        }
    }

    private final BusConnection bus;
    private final List<Window> windows = new CopyOnWriteArrayList<>();
    private final Semaphore unseen = new Semaphore(0);

    /// Serves on this connection, which is closed with it.
    public ChooserBackend(BusConnection bus) {
        this.bus = bus;
        bus.export(PATH, List.of(ExportedInterface.of(FileChooser.class, new Face())));
        bus.requestName(NAME, Set.of());
    }

    /// Waits for the next window that the test has not seen.
    public Window next() {
        Await.until("a window", unseen::tryAcquire);
        return windows.get(windows.size() - 1 - unseen.availablePermits());
    }

    /// How many windows were ever asked for.
    public int count() {
        return windows.size();
    }

    private void shown(Window window) {
        window.atEnd =
                bus.export(
                                window.getObjectPath(),
                                List.of(ExportedInterface.of(Request.class, window)))
                        ::close;
        windows.add(window);
        unseen.release();
    }

    /// Leaves the bus as a crash would.
    @Override
    public void close() {
        bus.close();
    }

    private final class Face implements FileChooser {

        @Override
        public OpenFileResult OpenFile(
                DBusPath handle,
                String app_id,
                String parent_window,
                String title,
                Map<String, Variant<?>> options) {
            shown(new Window("OpenFile", handle.getPath(), app_id, title, options));
            return new OpenFileResult(new UInt32(2), Map.of());
        }

        @Override
        public SaveFileResult SaveFile(
                DBusPath handle,
                String app_id,
                String parent_window,
                String title,
                Map<String, Variant<?>> options) {
            shown(new Window("SaveFile", handle.getPath(), app_id, title, options));
            return new SaveFileResult(new UInt32(2), Map.of());
        }

        @Override
        public SaveFilesResult SaveFiles(
                DBusPath handle,
                String app_id,
                String parent_window,
                String title,
                Map<String, Variant<?>> options) {
            shown(new Window("SaveFiles", handle.getPath(), app_id, title, options));
            return new SaveFilesResult(new UInt32(2), Map.of());
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
