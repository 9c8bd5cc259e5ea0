package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Choice.Option;
import org.gatehouse.protocol.PortalException;

/// The options of a call, `a{sv}`. Unknown keys are ignored; a known one of another type is
/// `InvalidArgument`.
record WireOptions(Map<String, Variant<?>> options) {

    private static final String CHOICES = "a(ssa(ss)s)";

    /// A flag, type `b`.
    boolean flag(String key, boolean otherwise) {
        return value(key, "b").map(Boolean.class::cast).orElse(otherwise);
    }

    /// A text, type `s`; `""` if there is none.
    String text(String key) {
        return value(key, "s").map(String.class::cast).orElse("");
    }

    /// Key `choices`, type `a(ssa(ss)s)`: id, label, options (id, label), initial selection.
    List<Choice> choices() {
        return list("choices", CHOICES).stream()
                .map(Object[].class::cast)
                .map(WireOptions::choice)
                .toList();
    }

    /// A list, empty if there is none.
    List<?> list(String key, String signature) {
        return value(key, signature).<List<?>>map(List.class::cast).orElse(List.of());
    }

    /// A value of a type that may also be absent.
    Optional<Object> value(String key, String signature) {
        var variant = options.get(key);
        if (variant == null) {
            return Optional.empty();
        }
        if (!variant.getSig().equals(signature)) {
            throw PortalException.invalidArgument("option " + key + " is not of type " + signature);
        }
        return Optional.of(variant.getValue());
    }

    private static Choice choice(Object[] fields) {
        var options =
                ((List<?>) fields[2])
                        .stream()
                                .map(Object[].class::cast)
                                .map(pair -> new Option((String) pair[0], (String) pair[1]))
                                .toList();
        return new Choice((String) fields[0], (String) fields[1], options, (String) fields[3]);
    }
}
