package org.gatehouse.store.service;

import java.util.HashMap;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// What the portal reports of running apps.
final class Running {

    private Running() {}

    /// One instance of a Flatpak app, as `ReportInstances` takes it.
    ///
    /// @param more key, value, key, value
    static Map<String, Variant<?>> instance(
            String id, String application, String state, long since, Object... more) {
        var keys =
                new HashMap<>(
                        Listening.dictionary(
                                "kind",
                                "flatpak",
                                "app",
                                application,
                                "instance",
                                id,
                                "state",
                                state,
                                "since",
                                since));
        keys.putAll(Listening.dictionary(more));
        return keys;
    }
}
