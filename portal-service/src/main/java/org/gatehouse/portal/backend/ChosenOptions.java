package org.gatehouse.portal.backend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// What a backend returned as `choices`: `a(ss)` as specified, or a dictionary, as GTK's sends it.
public final class ChosenOptions {

    private ChosenOptions() {}

    /// Choice id → option id; empty for anything that cannot be read.
    public static Map<String, String> of(@Nullable Variant<?> choices) {
        var chosen = new HashMap<String, String>();
        if (choices == null) {
            return chosen;
        }
        switch (choices.getValue()) {
            case Map<?, ?> dictionary ->
                    dictionary.forEach((key, value) -> put(chosen, key, value));
            case List<?> list -> list.forEach(each -> putPair(chosen, each));
            default -> chosen.clear();
        }
        return chosen;
    }

    private static void putPair(Map<String, String> chosen, Object each) {
        if (each instanceof Object[] pair && pair.length == 2) {
            put(chosen, pair[0], pair[1]);
        }
    }

    private static void put(Map<String, String> chosen, Object id, Object option) {
        var plain = option instanceof Variant<?> variant ? variant.getValue() : option;
        if (id instanceof String key && plain instanceof String value) {
            chosen.put(key, value);
        }
    }
}
