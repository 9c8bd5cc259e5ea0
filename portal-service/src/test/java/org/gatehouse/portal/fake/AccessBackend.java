package org.gatehouse.portal.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.impl.portal.Access;
import org.freedesktop.impl.portal.Lockdown;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Invocation;
import org.gatehouse.bus.NameOption;
import org.gatehouse.bus.Reply;
import org.gatehouse.testing.Await;

/// A backend that notes each question and answers as the test says.
public final class AccessBackend implements AutoCloseable {

    private static final String PATH = "/org/freedesktop/portal/desktop";

    /// A dialog that is open.
    public static final class Dialog implements Request {

        private final Asked asked;
        private final Reply reply;
        private final AtomicBoolean hanging;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Dialog(Asked asked, Reply reply, AtomicBoolean hanging) {
            this.asked = asked;
            this.reply = reply;
            this.hanging = hanging;
        }

        public Asked asked() {
            return asked;
        }

        /// Whether the portal has ended it.
        public boolean isClosed() {
            return closed.get();
        }

        /// The person answers; with 0 the choices go along.
        public void answer(int code, Variant<?> choices) {
            var results =
                    code == 0
                            ? Map.<String, Variant<?>>of("choices", choices)
                            : Map.<String, Variant<?>>of();
            reply.complete(new Access.AccessDialogResult(new UInt32(code), results));
        }

        /// The person grants what was asked, for ever.
        public void allow() {
            reply.complete(new Access.AccessDialogResult(new UInt32(0), Map.of()));
        }

        public void refuse() {
            reply.complete(new Access.AccessDialogResult(new UInt32(1), Map.of()));
        }

        public void dismiss() {
            reply.complete(new Access.AccessDialogResult(new UInt32(2), Map.of()));
        }

        @Override
        public void Close() {
            closed.set(true);
            if (hanging.get()) {
                Invocation.current().detach();
            }
        }

        @Override
        public String getObjectPath() {
            return asked.handle();
        }
    }

    /// What was asked.
    public record Asked(
            String handle,
            String app,
            String parent,
            String title,
            String subtitle,
            String body,
            Map<String, Variant<?>> options) {

        /// The choices, as text.
        public String choices() {
            var choices = options.get("choices");
            return choices == null ? "" : text(choices.getValue());
        }

        private static String text(Object value) {
            return switch (value) {
                case Object[] fields -> text(List.of(fields));
                case List<?> list -> String.join(" ", list.stream().map(Asked::text).toList());
                default -> value.toString();
            };
        }
    }

    private final BusConnection bus;
    private final String name;
    private final List<Dialog> dialogs = new CopyOnWriteArrayList<>();
    private final Semaphore unseen = new Semaphore(0);
    private volatile Duration answeredAfter = Duration.ZERO;
    private final AtomicBoolean hanging = new AtomicBoolean();
    private final Map<String, Boolean> lockdown = new ConcurrentHashMap<>();

    /// Serves as `name` on this connection, which is closed with it.
    public AccessBackend(BusConnection bus, String name) {
        this.bus = bus;
        this.name = name;
        bus.export(PATH, List.of(ExportedInterface.of(Access.class, new Face()), lockdowns()));
        serve();
    }

    /// Takes the name (again).
    public void serve() {
        bus.requestName(name, Set.of(NameOption.REPLACE_EXISTING));
    }

    private ExportedInterface<Lockdown> lockdowns() {
        var face = ExportedInterface.<Lockdown>of(Lockdown.class, () -> PATH);
        for (var property :
                List.of(
                        "disable-printing",
                        "disable-save-to-disk",
                        "disable-application-handlers",
                        "disable-location",
                        "disable-camera",
                        "disable-microphone",
                        "disable-sound-output")) {
            face = face.property(property, () -> lockdown.getOrDefault(property, false));
        }
        return face;
    }

    /// Switches something off or on and tells.
    public void lock(String property, boolean on) {
        lockdown.put(property, on);
        bus.emitPropertiesChanged(PATH, Lockdown.class, Map.of(property, new Variant<>(on)));
    }

    /// From now on each question is granted by itself after that time.
    public void answerAfter(Duration time) {
        answeredAfter = time;
    }

    /// From now on a call to close a dialog is never answered.
    public void hangOnClose() {
        hanging.set(true);
    }

    /// Waits for the next dialog that the test has not seen.
    public Dialog next() {
        Await.until("a dialog", unseen::tryAcquire);
        return dialogs.get(dialogs.size() - 1 - unseen.availablePermits());
    }

    /// How many dialogs were ever asked for.
    public int count() {
        return dialogs.size();
    }

    public List<Dialog> dialogs() {
        return List.copyOf(dialogs);
    }

    /// Leaves the bus as a crash would.
    @Override
    public void close() {
        bus.close();
    }

    private final class Face implements Access {

        @Override
        public AccessDialogResult AccessDialog(
                DBusPath handle,
                String app_id,
                String parent_window,
                String title,
                String subtitle,
                String body,
                Map<String, Variant<?>> options) {
            var asked =
                    new Asked(
                            handle.getPath(),
                            app_id,
                            parent_window,
                            title,
                            subtitle,
                            body,
                            Map.copyOf(options));
            var dialog = new Dialog(asked, Invocation.current().detach(), hanging);
            bus.export(asked.handle(), List.of(ExportedInterface.of(Request.class, dialog)));
            dialogs.add(dialog);
            unseen.release();
            if (!answeredAfter.isZero()) {
                CompletableFuture.delayedExecutor(answeredAfter.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(dialog::allow);
            }
            return new AccessDialogResult(new UInt32(2), Map.of());
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
