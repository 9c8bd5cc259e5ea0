package org.gatehouse.portal.backend;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;

/// The signal that tells of changed properties, as a listener sees it.
///
/// Source: D-Bus specification, "Standard Interfaces".
@DBusInterfaceName("org.freedesktop.DBus.Properties")
interface PropertyChanges {

    /// Some properties of one interface have new values.
    record PropertiesChanged(
            String interface_name,
            Map<String, Variant<?>> changed_properties,
            List<String> invalidated_properties)
            implements BusSignal {}
}
