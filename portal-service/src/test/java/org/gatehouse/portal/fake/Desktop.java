package org.gatehouse.portal.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.Notifications;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;

/// A desktop's notification daemon, and the settings window's place on the bus.
public final class Desktop implements AutoCloseable {

    private static final String NOTICES = "/org/freedesktop/Notifications";
    private static final String SETTINGS = "/org/gatehouse/Settings";

    private final BusConnection bus;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    /// What a program that is started by D-Bus serves, as far as the button needs it.
    @DBusInterfaceName("org.freedesktop.Application")
    public interface Application extends DBusInterface {
        void ActivateAction(
                String action_name,
                List<Variant<?>> parameter,
                Map<String, Variant<?>> platform_data);
    }

    /// Serves on this connection, which is closed with it.
    public Desktop(BusConnection bus) {
        this.bus = bus;
        bus.export(NOTICES, List.of(ExportedInterface.of(Notifications.class, new Daemon())));
        bus.export(SETTINGS, List.of(ExportedInterface.of(Application.class, new Settings())));
        bus.requestName("org.freedesktop.Notifications", Set.of());
        bus.requestName("org.gatehouse.Settings", Set.of());
    }

    /// What was shown, first lines only.
    public List<String> notices() {
        return notices;
    }

    /// What was opened in the settings, as `action [words]`.
    public List<String> opened() {
        return opened;
    }

    /// The person presses the button of a notice, the first being 1.
    public void press(int notice) {
        bus.emit(NOTICES, new Notifications.ActionInvoked(new UInt32(notice), "settings"));
    }

    private final class Daemon implements Notifications {

        @Override
        public List<String> GetCapabilities() {
            return List.of("body", "actions");
        }

        @Override
        public void CloseNotification(UInt32 id) {
            bus.emit(NOTICES, new Notifications.NotificationClosed(id, new UInt32(3)));
        }

        @Override
        public UInt32 Notify(
                String app_name,
                UInt32 replaces_id,
                String app_icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int expire_timeout) {
            notices.add(summary);
            return new UInt32(notices.size());
        }

        @Override
        public String getObjectPath() {
            return NOTICES;
        }
    }

    private final class Settings implements Application {
        @Override
        public void ActivateAction(
                String action_name,
                List<Variant<?>> parameter,
                Map<String, Variant<?>> platform_data) {
            var words = parameter.isEmpty() ? List.of() : parameter.getFirst().getValue();
            opened.add(action_name + " " + words);
        }

        @Override
        public String getObjectPath() {
            return SETTINGS;
        }
    }

    @Override
    public void close() {
        bus.close();
    }
}
