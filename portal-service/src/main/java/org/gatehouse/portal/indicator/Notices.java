package org.gatehouse.portal.indicator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.Notifications;
import org.freedesktop.Notifications.ActionInvoked;
import org.freedesktop.Notifications.NotificationClosed;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.bus.Subscription;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.portal.backend.Presence;
import org.gatehouse.portal.indicator.Notice.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows notices through the session's notification daemon, and opens the settings for whoever
/// presses the button.
///
/// Threads: any; nothing waits. Notices are shown in order, on a virtual thread.
@Singleton
public final class Notices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String SETTINGS = "org.gatehouse.Settings";
    private static final String SETTINGS_PATH = "/org/gatehouse/Settings";
    private static final String BUTTON = "settings";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final BusConnection bus;
    private final Presence presence;
    private final Map<Long, Place> shown = new ConcurrentHashMap<>();
    private final List<Subscription> subscriptions;
    private final ExecutorService showing =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("notices").factory());

    @Inject
    Notices(BusConnection bus, Presence presence) {
        this.bus = bus;
        this.presence = presence;
        this.subscriptions =
                List.of(
                        bus.subscribe(
                                ActionInvoked.class, NAME, PATH, (pressed, _) -> open(pressed)),
                        bus.subscribe(
                                NotificationClosed.class,
                                NAME,
                                PATH,
                                (closed, _) -> shown.remove(closed.id().longValue())));
    }

    /// Shows a notice, if there is anybody who would.
    public void show(Notice notice) {
        try {
            showing.execute(() -> showNow(notice));
        } catch (RejectedExecutionException e) {
            LOG.debug("the portal is leaving; a notice is not shown");
        }
    }

    private void showNow(Notice notice) {
        try {
            if (presence.isReachable(NAME)) {
                shown.put(notify(notice), notice.opens());
            }
        } catch (BusException | WireException e) {
            LOG.info("a notice is not shown: {}", e.getMessage());
        }
    }

    private long notify(Notice notice) {
        return bus.remote(Notifications.class, NAME, PATH, DEADLINE)
                .Notify(
                        "Gatehouse",
                        new UInt32(0),
                        notice.icon(),
                        notice.summary(),
                        notice.body(),
                        List.of(BUTTON, notice.button()),
                        Map.of("desktop-entry", new Variant<>("org.gatehouse.Settings")),
                        -1)
                .longValue();
    }

    private void open(ActionInvoked pressed) {
        var place = shown.get(pressed.id().longValue());
        if (place == null || !pressed.action_key().equals(BUTTON)) {
            return;
        }
        try {
            bus.call(
                    SETTINGS,
                    SETTINGS_PATH,
                    "org.freedesktop.Application",
                    "ActivateAction",
                    DEADLINE,
                    "sava{sv}",
                    place.action(),
                    parameters(place),
                    Map.of());
        } catch (BusException | WireException e) {
            LOG.warn("the settings do not open: {}", e.getMessage());
        }
    }

    /// One, or none where there are no words.
    private static List<Variant<?>> parameters(Place place) {
        return place.words().isEmpty() ? List.of() : List.of(new Variant<>(place.words(), "as"));
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        showing.shutdownNow();
    }
}
