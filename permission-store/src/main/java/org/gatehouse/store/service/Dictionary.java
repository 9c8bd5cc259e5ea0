package org.gatehouse.store.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/// Makes a dictionary of `Permissions1`, key by key.
final class Dictionary {

    private final Map<String, Variant<?>> values = new LinkedHashMap<>();

    /// With a text, `s`.
    Dictionary text(String key, String value) {
        return with(key, new Variant<>(value));
    }

    /// With texts, `as`.
    Dictionary texts(String key, List<String> value) {
        return with(key, new Variant<>(value, "as"));
    }

    /// With pairs of texts, `a(ss)`.
    Dictionary pairs(String key, List<List<String>> value) {
        return with(key, new Variant<>(value, "a(ss)"));
    }

    /// With yes or no, `b`.
    Dictionary flag(String key, boolean value) {
        return with(key, new Variant<>(value));
    }

    /// With a number, `t`.
    Dictionary number(String key, long value) {
        return with(key, new Variant<>(new UInt64(value)));
    }

    /// With a small number, `u`.
    Dictionary count(String key, int value) {
        return with(key, new Variant<>(new UInt32(value)));
    }

    private Dictionary with(String key, Variant<?> value) {
        values.put(key, value);
        return this;
    }

    /// What was made, in the order in which it was made.
    Map<String, Variant<?>> values() {
        return values;
    }
}
