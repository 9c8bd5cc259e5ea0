package org.gatehouse.ctl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// What is meant: a class, a kind of app, an app; `""` stands for all.
record Which(String permissionClass, String kind, String app) {

    static Which app(String app, String kind) {
        return new Which("", kind, app);
    }

    /// As `Permissions1` takes it.
    Map<String, Variant<?>> toWire() {
        var which = new LinkedHashMap<String, Variant<?>>();
        put(which, "class", permissionClass);
        put(which, "kind", kind);
        put(which, "app", app);
        return which;
    }

    private static void put(Map<String, Variant<?>> which, String key, String value) {
        if (!value.isEmpty()) {
            which.put(key, new Variant<>(value));
        }
    }

    /// In the words of a sentence.
    @Override
    public String toString() {
        var whose = app.isEmpty() ? (kind.isEmpty() ? "" : " of " + kind + " apps") : " of " + app;
        return (permissionClass.isEmpty() ? "everything" : permissionClass) + whose;
    }
}
