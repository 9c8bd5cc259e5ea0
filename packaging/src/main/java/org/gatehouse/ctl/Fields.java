package org.gatehouse.ctl;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.types.Variant;

/// One of the dictionaries that `Permissions1` answers with; a key that is absent, or has another
/// type than expected, counts as empty.
record Fields(Map<String, Variant<?>> values) {

    static List<Fields> all(List<Map<String, Variant<?>>> answer) {
        return answer.stream().map(Fields::new).toList();
    }

    String text(String key) {
        return value(key) instanceof String text ? text : "";
    }

    /// A number of whatever width.
    long number(String key) {
        return value(key) instanceof Number number ? number.longValue() : 0;
    }

    boolean flag(String key) {
        return value(key) instanceof Boolean flag && flag;
    }

    /// Whether the key is there, with this value.
    boolean isFalse(String key) {
        return value(key) instanceof Boolean flag && !flag;
    }

    List<String> texts(String key) {
        return items(key).filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /// Pairs of texts, `a(ss)`.
    List<List<String>> pairs(String key) {
        return items(key)
                .filter(Object[].class::isInstance)
                .map(each -> Stream.of((Object[]) each).map(String::valueOf).toList())
                .toList();
    }

    private Stream<?> items(String key) {
        return value(key) instanceof List<?> list ? list.stream() : Stream.of();
    }

    private Object value(String key) {
        var value = values.get(key);
        return value == null ? "" : value.getValue();
    }
}
