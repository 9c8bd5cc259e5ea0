package org.freedesktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;

/// Shows notices to the person; as far as we use it.
///
/// Bus name the same, path `/org/freedesktop/Notifications`.
public interface Notifications extends DBusInterface {

    /// Shows a notice.
    ///
    /// @param replaces_id the notice that this one takes the place of; 0 for none
    /// @param actions id and label of each button, in turn
    /// @param expire_timeout milliseconds; -1 as the server likes
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

    /// The person has pressed a button.
    record ActionInvoked(UInt32 id, String action_key) implements BusSignal {}

    /// A notice has gone.
    ///
    /// @param reason 1 expired, 2 dismissed by the person, 3 closed by a call, 4 otherwise
    record NotificationClosed(UInt32 id, UInt32 reason) implements BusSignal {}
}
