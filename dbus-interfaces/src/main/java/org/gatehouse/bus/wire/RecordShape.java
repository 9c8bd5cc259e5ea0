package org.gatehouse.bus.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// How a record stands for a struct: its components are the fields, in order.
public final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return describe(type);
                }
            };

    private final Constructor<?> constructor;
    private final List<RecordComponent> components;

    private RecordShape(Constructor<?> constructor, List<RecordComponent> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /// The shape of a record class, looked up once.
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape describe(Class<?> type) {
        var components = List.of(type.getRecordComponents());
        var types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return new RecordShape(constructor, components);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
    }

    /// The components' names and types, in order.
    public List<RecordComponent> components() {
        return components;
    }

    /// @throws WireException if the record refuses the values
    public Object create(Object[] fields) {
        try {
            return constructor.newInstance(fields);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new WireException("not a " + constructor.getDeclaringClass().getSimpleName());
        }
    }

    public Object[] fields(Object value) {
        return components.stream().map(component -> field(component, value)).toArray();
    }

    private static Object field(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(components.toArray());
    }
}
