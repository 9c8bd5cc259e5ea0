package org.gatehouse.bus;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusProperties;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.gatehouse.bus.wire.JavaTypes;
import org.gatehouse.bus.wire.RecordShape;
import org.gatehouse.bus.wire.WireType;

/// What a transcribed interface says: its methods, properties and signals with their D-Bus types.
///
/// Read once per interface, by reflection. The interface's name on the bus is the Java interface's
/// full name, unless dbus-java's `DBusInterfaceName` gives another.
public final class InterfaceTable {

    private static final ClassValue<InterfaceTable> TABLES =
            new ClassValue<>() {
                @Override
                protected InterfaceTable computeValue(Class<?> type) {
                    return new InterfaceTable(type);
                }
            };

    /// One argument or property.
    public record Argument(String name, WireType type) {}

    /// One method.
    ///
    /// @param in arguments in order
    /// @param out results in order
    public record MethodShape(Method method, List<Argument> in, List<Argument> out) {

        List<WireType> inTypes() {
            return in.stream().map(Argument::type).toList();
        }

        List<WireType> outTypes() {
            return out.stream().map(Argument::type).toList();
        }
    }

    /// One property.
    public record PropertyShape(Argument argument, DBusProperty.Access access) {}

    /// One signal.
    public record SignalShape(Class<? extends Record> type, List<Argument> arguments) {}

    private final Class<?> type;
    private final Map<String, MethodShape> methods = new TreeMap<>();
    private final Map<String, PropertyShape> properties = new TreeMap<>();
    private final Map<String, SignalShape> signals = new TreeMap<>();

    private InterfaceTable(Class<?> type) {
        this.type = type;
        for (var method : type.getMethods()) {
            if (isMember(method)) {
                methods.put(method.getName(), shape(method));
            }
        }
        for (var nested : type.getDeclaredClasses()) {
            if (BusSignal.class.isAssignableFrom(nested)) {
                var signal = nested.asSubclass(Record.class);
                signals.put(nested.getSimpleName(), new SignalShape(signal, arguments(signal)));
            }
        }
        Stream.concat(single(), several()).forEach(this::addProperty);
    }

    /// The table of an interface.
    ///
    /// @throws IllegalArgumentException if a member's type has no D-Bus type
    public static InterfaceTable of(Class<?> type) {
        return TABLES.get(type);
    }

    /// The name on the bus.
    public String name() {
        var given = type.getAnnotation(DBusInterfaceName.class);
        return given == null ? type.getName() : given.value();
    }

    /// Member name → method.
    public Map<String, MethodShape> methods() {
        return methods;
    }

    /// Name → property.
    public Map<String, PropertyShape> properties() {
        return properties;
    }

    /// Member name → signal.
    public Map<String, SignalShape> signals() {
        return signals;
    }

    private static boolean isMember(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != DBusInterface.class
                && method.getDeclaringClass() != Object.class;
    }

    private static MethodShape shape(Method method) {
        method.setAccessible(true);
        var in =
                Stream.of(method.getParameters())
                        .map((Parameter parameter) ->
                                argument(parameter.getName(), parameter.getParameterizedType()))
                        .toList();
        return new MethodShape(method, in, results(method));
    }

    private static List<Argument> results(Method method) {
        var result = method.getReturnType();
        if (result == void.class) {
            return List.of();
        }
        if (result.isRecord() && result != RawVariant.class) {
            return arguments(result.asSubclass(Record.class));
        }
        var name = method.getAnnotation(Out.class);
        return List.of(argument(name == null ? "" : name.value(), method.getGenericReturnType()));
    }

    private static List<Argument> arguments(Class<? extends Record> type) {
        Function<RecordComponent, Argument> argument =
                component -> argument(wireName(component), component.getGenericType());
        return RecordShape.of(type).components().stream().map(argument).toList();
    }

    /// A wire name that is a word of Java's own stands in [Out].
    private static String wireName(RecordComponent component) {
        var name = component.getAccessor().getAnnotation(Out.class);
        return name == null ? component.getName() : name.value();
    }

    private static Argument argument(String name, Type type) {
        return new Argument(name, JavaTypes.of(type));
    }

    private Stream<DBusProperty> single() {
        return Stream.ofNullable(type.getAnnotation(DBusProperty.class));
    }

    private Stream<DBusProperty> several() {
        return Stream.ofNullable(type.getAnnotation(DBusProperties.class))
                .flatMap(all -> Stream.of(all.value()));
    }

    private void addProperty(DBusProperty property) {
        var argument = argument(property.name(), propertyType(property.type()));
        properties.put(property.name(), new PropertyShape(argument, property.access()));
    }

    /// dbus-java names generic property types by an interface that extends `TypeRef`.
    private static Type propertyType(Class<?> type) {
        return TypeRef.class.isAssignableFrom(type)
                ? ((ParameterizedType) type.getGenericInterfaces()[0]).getActualTypeArguments()[0]
                : type;
    }
}
