package org.gatehouse.portal.background;

import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/// One instance as the store is told of it.
///
/// @param state how much of it the person sees; `unknown` where nobody can tell
/// @param message what the app says that it is doing; `""` if it says nothing
/// @param since seconds since the epoch
record InstanceReport(
        String kind,
        String app,
        String instance,
        String state,
        String message,
        long since,
        boolean atLogin) {

    static InstanceReport of(Sight sight, String message, boolean atLogin) {
        var instance = sight.instance();
        var identity = instance.identity();
        return new InstanceReport(
                identity.wireKind(),
                identity.wireId(),
                instance.id(),
                sight.state().map(WindowState::wire).orElse("unknown"),
                message,
                instance.since(),
                atLogin);
    }

    /// As [org.gatehouse.Decisions1#ReportInstances] has it.
    Map<String, Variant<?>> keys() {
        return Map.of(
                "kind", new Variant<>(kind),
                "app", new Variant<>(app),
                "instance", new Variant<>(instance),
                "state", new Variant<>(state),
                "message", new Variant<>(message),
                "since", new Variant<>(new UInt64(since)),
                "at-login", new Variant<>(atLogin));
    }
}
