package org.gatehouse.settings.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.Sanitiser;

/// The keys of one `a{sv}` of the service. A key that is absent or of another type counts as the
/// type's nothing, since a newer service may say less or more.
record Values(Map<String, Variant<?>> keys) {

    private static final List<String> NONE = List.of();

    /// Word for word: for calls.
    String word(String key) {
        return value(key) instanceof String text ? text : "";
    }

    /// One line that is fit to be shown.
    String line(String key, String otherwise) {
        return Sanitiser.line(word(key), otherwise);
    }

    /// A paragraph that is fit to be shown.
    String text(String key) {
        return Sanitiser.text(word(key));
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(value(key));
    }

    long number(String key) {
        return value(key) instanceof Number number ? number.longValue() : 0;
    }

    List<String> words(String key) {
        return value(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : NONE;
    }

    /// `a(ss)`, each pair as two words.
    List<List<String>> pairs(String key) {
        return value(key) instanceof List<?> list
                ? list.stream().map(Values::pair).filter(pair -> pair.size() == 2).toList()
                : List.of();
    }

    private static List<String> pair(Object pair) {
        return switch (pair) {
            case Object[] parts -> List.of(parts).stream().map(String::valueOf).toList();
            case List<?> parts -> parts.stream().map(String::valueOf).toList();
            default -> NONE;
        };
    }

    private Object value(String key) {
        var value = keys.get(key);
        return value == null ? NONE : value.getValue();
    }
}
