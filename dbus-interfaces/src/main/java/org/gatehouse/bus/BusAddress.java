package org.gatehouse.bus;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where a message bus listens: one or more addresses, tried in order.
///
/// Source: D-Bus specification, "Server Addresses"; only `unix:` with `path` or `abstract` is used.
///
/// @param addresses such as `unix:path=/run/user/1000/bus`, never empty
public record BusAddress(List<String> addresses) {

    private static final String SYSTEM = "unix:path=/run/dbus/system_bus_socket";

    public BusAddress {
        addresses = List.copyOf(addresses);
    }

    /// @param addresses one or more, separated by `;`
    public static BusAddress of(String addresses) {
        return new BusAddress(
                Stream.of(addresses.split(";")).filter(address -> !address.isEmpty()).toList());
    }

    /// The session bus of an environment: `DBUS_SESSION_BUS_ADDRESS`, else `$XDG_RUNTIME_DIR/bus`.
    ///
    /// @throws BusException if the environment names none
    public static BusAddress session(Map<String, String> environment) {
        var named = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (!named.isEmpty()) {
            return of(named);
        }
        var folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (folder.isEmpty()) {
            throw new BusException("no session bus: DBUS_SESSION_BUS_ADDRESS is not set");
        }
        return of("unix:path=" + folder + "/bus");
    }

    /// The system bus: `DBUS_SYSTEM_BUS_ADDRESS`, else the well-known place.
    public static BusAddress system(Map<String, String> environment) {
        var named = environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", "");
        return of(named.isEmpty() ? SYSTEM : named);
    }
}
