package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.Permissions1.DeferredChanged;
import org.gatehouse.Permissions1.GrantChanged;
import org.gatehouse.Permissions1.InstancesChanged;
import org.gatehouse.Permissions1.LedgerAppended;
import org.gatehouse.Permissions1.UsageChanged;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.BusSignal;

/// A settings app: calls Permissions1 on a connection of its own, and keeps what it is told.
final class Listening implements AutoCloseable {

    final BusConnection bus;
    final Permissions1 permissions;
    final Queue<GrantChanged> grants = new ConcurrentLinkedQueue<>();
    final Queue<LedgerAppended> ledger = new ConcurrentLinkedQueue<>();
    final Queue<UsageChanged> uses = new ConcurrentLinkedQueue<>();
    final Queue<DeferredChanged> deferred = new ConcurrentLinkedQueue<>();
    final Queue<InstancesChanged> instances = new ConcurrentLinkedQueue<>();

    Listening(ServedStore served) {
        bus = served.bus.connect();
        permissions = ServedStore.permissions(bus);
        keep(GrantChanged.class, grants);
        keep(LedgerAppended.class, ledger);
        keep(UsageChanged.class, uses);
        keep(DeferredChanged.class, deferred);
        keep(InstancesChanged.class, instances);
    }

    private <S extends Record & BusSignal> void keep(Class<S> type, Queue<S> into) {
        var _ =
                bus.subscribe(
                        type,
                        Permissions1Face.NAME,
                        Permissions1Face.PATH,
                        (signal, _) -> into.add(signal));
    }

    /// Decides as the person.
    ///
    /// @param terms key, value, key, value: texts, and numbers as `t`
    long set(String permission, String kind, String app, Object... terms) {
        return number(permissions.Set(permission, kind, app, dictionary(terms), new UInt64(0)));
    }

    long revoke(Object... which) {
        return number(permissions.Revoke(dictionary(which), new UInt64(0)));
    }

    long forget(Object... which) {
        return number(permissions.Forget(dictionary(which), new UInt64(0)));
    }

    List<Map<String, Object>> grants(Object... which) {
        return plain(permissions.ListGrants(dictionary(which)).grants());
    }

    /// The only grant that is meant.
    Map<String, Object> grant(Object... which) {
        var found = grants(which);
        if (found.size() != 1) {
            throw new AssertionError("not one grant: " + found);
        }
        return found.getFirst();
    }

    List<Map<String, Object>> apps(Object... which) {
        return plain(permissions.ListApps(dictionary(which)));
    }

    /// The newest records that the filter lets pass.
    List<Map<String, Object>> ledger(int count, Object... filter) {
        return plain(permissions.Ledger(dictionary(filter), new UInt64(0), new UInt32(count)));
    }

    /// A dictionary of texts, flags, lists of texts and numbers (`t`).
    static Map<String, Variant<?>> dictionary(Object... pairs) {
        var made = new Dictionary();
        for (int i = 0; i < pairs.length; i += 2) {
            var key = (String) pairs[i];
            var _ =
                    switch (pairs[i + 1]) {
                        case String text -> made.text(key, text);
                        case Boolean flag -> made.flag(key, flag);
                        case List<?> texts ->
                                made.texts(key, texts.stream().map(String.class::cast).toList());
                        case Number number -> made.number(key, number.longValue());
                        default -> throw new IllegalArgumentException(key);
                    };
        }
        return made.values();
    }

    /// The values without their wrappers; numbers as longs.
    static Map<String, Object> plain(Map<String, Variant<?>> values) {
        var plain = new java.util.LinkedHashMap<String, Object>();
        values.forEach((key, value) -> plain.put(key, plain(value.getValue())));
        return plain;
    }

    static List<Map<String, Object>> plain(List<Map<String, Variant<?>>> all) {
        return all.stream().map(Listening::plain).toList();
    }

    private static Object plain(Object value) {
        return switch (value) {
            case UInt32 number -> number.longValue();
            case UInt64 number -> number(number);
            default -> value;
        };
    }

    /// Whether a dictionary says that.
    static Predicate<Map<String, Object>> says(String key, Object value) {
        return each -> value.equals(each.get(key));
    }

    /// A number of a dictionary.
    static long number(Map<String, Object> values, String key) {
        if (values.get(key) instanceof Long number) {
            return number;
        }
        throw new AssertionError("no number " + key + ": " + values);
    }

    static long number(UInt64 number) {
        return number.value().longValue();
    }

    @Override
    public void close() {
        bus.close();
    }
}
