package org.gatehouse.portal.background;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusException;
import org.gatehouse.desktop.DesktopEntries;
import org.gatehouse.desktop.DesktopEntry;
import org.gatehouse.portal.consent.PlainText;
import org.gatehouse.role.RoleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the person what was done, as a desktop notification, where there is something that shows
/// them.
///
/// Threads: any; waits for at most 2 seconds.
class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int USUAL_TIME = -1;

    private final BusConnection bus;
    private final DesktopEntries installed;

    @Inject
    Notices(BusConnection bus, RoleSettings settings) {
        this.bus = bus;
        this.installed = new DesktopEntries(settings.directories());
    }

    /// The name of an app for the person: from its desktop file, else the id.
    String name(String app) {
        var name = installed.find(app).map(DesktopEntry::name).map(PlainText::of).orElse("");
        return name.isEmpty() ? app : name;
    }

    /// An app was stopped because it may not run in the background.
    void stopped(String app) {
        if (bus.peers().owner(SERVICE).isEmpty()) {
            return;
        }
        try {
            bus.call(
                    SERVICE,
                    PATH,
                    SERVICE,
                    "Notify",
                    DEADLINE,
                    "susssasa{sv}i",
                    "Gatehouse",
                    new org.freedesktop.dbus.types.UInt32(0),
                    installed.find(app).map(DesktopEntry::icon).orElse(""),
                    "%s was stopped".formatted(name(app)),
                    "It ran without a window and may not. To let it, allow it to run in the"
                            + " background in the settings of Gatehouse.",
                    List.of(),
                    Map.of(),
                    USUAL_TIME);
        } catch (BusException e) {
            LOG.debug("nobody was told that {} was stopped: {}", app, e.getMessage());
        }
    }
}
