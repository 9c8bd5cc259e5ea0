package org.gatehouse.bus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatehouse.bus.InterfaceTable.PropertyShape;
import org.jspecify.annotations.Nullable;

/// One interface as it is served at a path: the transcription, who handles it, its properties.
///
/// Shape: made with [#of], refined by the methods that return a changed copy.
///
/// @param <T> the transcribed interface
public final class ExportedInterface<T> {

    private static final CallGuard OPEN = call -> {};

    /// How a property is read and, where it can be, written.
    record Property(Supplier<?> getter, @Nullable Consumer<Object> setter) {}

    private final Class<T> type;
    private final T handler;
    private final Map<String, Property> properties;
    private final CallGuard guard;
    private final boolean inline;

    private ExportedInterface(
            Class<T> type,
            T handler,
            Map<String, Property> properties,
            CallGuard guard,
            boolean inline) {
        this.type = type;
        this.handler = handler;
        this.properties = properties;
        this.guard = guard;
        this.inline = inline;
    }

    /// Serves `type` by `handler`, to everybody.
    public static <T> ExportedInterface<T> of(Class<T> type, T handler) {
        return new ExportedInterface<>(type, handler, Map.of(), OPEN, false);
    }

    /// With a property that is read from `getter`, which must not wait.
    ///
    /// @throws IllegalArgumentException if the transcription has no such property
    public ExportedInterface<T> property(String name, Supplier<?> getter) {
        return with(name, new Property(getter, null));
    }

    /// With a property that is read and written; `setter` must not wait, and may throw what a
    /// method may.
    ///
    /// @throws IllegalArgumentException if the transcription has no such property
    public ExportedInterface<T> property(String name, Supplier<?> getter, Consumer<Object> setter) {
        return with(name, new Property(getter, setter));
    }

    private ExportedInterface<T> with(String name, Property property) {
        if (!table().properties().containsKey(name)) {
            throw new IllegalArgumentException(table().name() + " has no property " + name);
        }
        var more = new LinkedHashMap<>(properties);
        more.put(name, property);
        return new ExportedInterface<>(type, handler, more, guard, inline);
    }

    /// With a guard that every method call has to pass.
    public ExportedInterface<T> guardedBy(CallGuard newGuard) {
        return new ExportedInterface<>(type, handler, properties, newGuard, inline);
    }

    /// With methods that never wait: they may run on the connection's reading thread when the
    /// sender is admitted and has nothing else queued, which saves two hand-overs between threads.
    public ExportedInterface<T> inline() {
        return new ExportedInterface<>(type, handler, properties, guard, true);
    }

    InterfaceTable table() {
        return InterfaceTable.of(type);
    }

    T handler() {
        return handler;
    }

    CallGuard guard() {
        return guard;
    }

    boolean isInline() {
        return inline;
    }

    PropertyShape shape(String property) {
        var shape = table().properties().get(property);
        if (shape == null || !properties.containsKey(property)) {
            throw new Refusal(Errors.UNKNOWN_PROPERTY, "No such property " + property);
        }
        return shape;
    }

    Property property(String name) {
        var property = properties.get(name);
        if (property == null) {
            throw new Refusal(Errors.UNKNOWN_PROPERTY, "No such property " + name);
        }
        return property;
    }

    Map<String, Property> properties() {
        return properties;
    }
}
