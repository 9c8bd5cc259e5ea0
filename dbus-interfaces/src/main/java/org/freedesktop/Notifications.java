package org.freedesktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// Where a desktop shows notifications: name `org.freedesktop.Notifications`, path
/// `/org/freedesktop/Notifications`.
///
/// Source: Desktop Notifications Specification 1.2. What is not used here is left out.
public interface Notifications extends DBusInterface {

    /// What the service can do: `actions`, `body`, `body-markup`, `persistence` and others.
    @Out("capabilities")
    List<String> GetCapabilities();

    /// Shows a notification.
    ///
    /// @param replaces_id of one that it takes the place of, 0 for none
    /// @param app_icon an icon name or a `file:` address
    /// @param actions key, label, key, label …
    /// @param hints `urgency` `y` 0 to 2, `transient` `b`, `desktop-entry` `s` and others
    /// @param expire_timeout milliseconds; 0 never, -1 as the service likes
    @Out("id")
    UInt32 Notify(
            String app_name,
            UInt32 replaces_id,
            String app_icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int expire_timeout);

    /// Takes a notification away.
    void CloseNotification(UInt32 id);

    /// The person chose an action, by its key.
    record ActionInvoked(UInt32 id, String action_key) implements BusSignal {}

    /// A notification has gone.
    ///
    /// @param reason 1 expired, 2 dismissed by the person, 3 taken away, 4 undefined
    record NotificationClosed(UInt32 id, UInt32 reason) implements BusSignal {}
}
