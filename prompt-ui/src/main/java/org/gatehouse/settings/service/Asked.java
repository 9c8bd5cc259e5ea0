package org.gatehouse.settings.service;

import java.util.HashMap;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;

/// What the window asks for, as `org.gatehouse.Permissions1` takes it.
final class Asked {

    private Asked() {}

    /// The keys `class`, `kind` and `app`, as far as they are meant.
    static Map<String, Variant<?>> which(Filter filter) {
        var which = new HashMap<String, Variant<?>>();
        put(which, "class", filter.permission());
        filter.app()
                .ifPresent(key -> {
                    which.put("kind", new Variant<>(key.kind()));
                    which.put("app", new Variant<>(key.app()));
                });
        return which;
    }

    /// A grant as it is to be.
    static Map<String, Variant<?>> grant(Decision decision) {
        var wanted = new HashMap<String, Variant<?>>();
        wanted.put("verdict", new Variant<>(decision.verdict().word()));
        put(wanted, "level", decision.level());
        put(wanted, "lifespan", decision.lifespan());
        if (decision.until() > 0) {
            wanted.put("until", new Variant<>(number(decision.until())));
        }
        return wanted;
    }

    static UInt64 number(long number) {
        return new UInt64(number);
    }

    private static void put(Map<String, Variant<?>> wanted, String key, String word) {
        if (!word.isEmpty()) {
            wanted.put(key, new Variant<>(word));
        }
    }
}
