package org.freedesktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/// A program that is started, and told what to do, over the bus.
///
/// Bus name: the desktop file's id; path: the same with `/` for `.`. Keys of `platform_data` that
/// are known: `desktop-startup-id`, `activation-token` `s`.
///
/// Source: Desktop Entry Specification 1.5, "D-Bus Activation".
public interface Application extends DBusInterface {

    void Activate(Map<String, Variant<?>> platform_data);

    void Open(List<String> uris, Map<String, Variant<?>> platform_data);

    void ActivateAction(
            String action_name, List<Variant<?>> parameter, Map<String, Variant<?>> platform_data);
}
