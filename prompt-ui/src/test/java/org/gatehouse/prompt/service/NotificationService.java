package org.gatehouse.prompt.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.Notifications;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.NameOption;
import org.gatehouse.testing.PrivateBus;

/// A desktop's notification service, for tests: keeps what it is to show, and presses buttons.
final class NotificationService implements Notifications, AutoCloseable {

    private final BusConnection bus;
    private final List<String> capabilities;
    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final List<Integer> closed = new ArrayList<>();
    private int last;

    NotificationService(PrivateBus session, String... capabilities) {
        this.bus = session.connect();
        this.capabilities = List.of(capabilities);
        bus.export(
                DesktopNotifications.PATH,
                List.of(ExportedInterface.of(Notifications.class, this)));
        if (!bus.requestName(DesktopNotifications.NAME, EnumSet.noneOf(NameOption.class))) {
            throw new AssertionError("there is a notification service already");
        }
    }

    record Shown(UInt32 id, String summary, String body, List<String> actions) {}

    @Override
    public List<String> GetCapabilities() {
        return capabilities;
    }

    @Override
    public synchronized UInt32 Notify(
            String app_name,
            UInt32 replaces_id,
            String app_icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int expire_timeout) {
        var id = new UInt32(++last);
        shown.add(new Shown(id, summary, body, actions));
        return id;
    }

    @Override
    public synchronized void CloseNotification(UInt32 id) {
        closed.add(id.intValue());
        bus.emit(DesktopNotifications.PATH, new NotificationClosed(id, new UInt32(3)));
    }

    Shown awaitShown() throws InterruptedException {
        var next = shown.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no notification is shown");
        }
        return next;
    }

    boolean hasShown() {
        return !shown.isEmpty();
    }

    synchronized List<Integer> closed() {
        return List.copyOf(closed);
    }

    /// The person presses a button.
    void press(UInt32 id, String action) {
        bus.emit(DesktopNotifications.PATH, new ActionInvoked(id, action));
        bus.emit(DesktopNotifications.PATH, new NotificationClosed(id, new UInt32(2)));
    }

    /// The person waves it away.
    void wave(UInt32 id) {
        bus.emit(DesktopNotifications.PATH, new NotificationClosed(id, new UInt32(2)));
    }

    @Override
    public String getObjectPath() {
        return DesktopNotifications.PATH;
    }

    @Override
    public void close() {
        bus.close();
    }
}
