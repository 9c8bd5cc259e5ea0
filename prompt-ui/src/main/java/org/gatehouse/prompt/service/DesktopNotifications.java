package org.gatehouse.prompt.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.Notifications;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices as the desktop's own notifications, if a service for them runs that has buttons.
///
/// One that does not run is not started: the desktop would have done so.
///
/// Threads: any; waits for the bus.
final class DesktopNotifications {

    static final String NAME = "org.freedesktop.Notifications";
    static final String PATH = "/org/freedesktop/Notifications";

    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotifications.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int NEVER = 0;
    private static final byte NORMAL = 1;

    private final BusConnection bus;
    private final InstalledApps apps;

    DesktopNotifications(BusConnection bus, InstalledApps apps) {
        this.bus = bus;
        this.apps = apps;
    }

    /// Shows a notice.
    ///
    /// @return empty if there is no service that could; the course is told nothing then
    Optional<Shown> show(Prompt prompt, Course<Answer> course) {
        try {
            return isThere() ? Optional.of(shown(prompt, course)) : Optional.empty();
        } catch (BusException e) {
            LOG.info("{} does not show a notice: {}", NAME, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isThere() {
        return bus.peers().owner(NAME).isPresent()
                && service().GetCapabilities().contains("actions");
    }

    private Shown shown(Prompt prompt, Course<Answer> course) {
        var notification = new DesktopNotification(bus, course);
        try {
            notification.follow();
            notification.is(notify(prompt));
            return notification;
        } catch (BusException e) {
            notification.forget();
            throw e;
        }
    }

    private UInt32 notify(Prompt prompt) {
        var wording = prompt.wording();
        var icon = apps.find(prompt.appId()).icon();
        return service()
                .Notify(
                        "Gatehouse",
                        new UInt32(0),
                        icon.map(file -> file.toUri().toString()).orElse(wording.icon()),
                        wording.title(),
                        wording.body(),
                        List.of(
                                DesktopNotification.STOP,
                                wording.labels().deny(),
                                DesktopNotification.THIS_TIME,
                                Wording.THIS_TIME,
                                DesktopNotification.ALLOW,
                                wording.labels().allow()),
                        Map.of("urgency", new Variant<>(NORMAL)),
                        NEVER);
    }

    private Notifications service() {
        return bus.remote(Notifications.class, NAME, PATH, DEADLINE);
    }
}
