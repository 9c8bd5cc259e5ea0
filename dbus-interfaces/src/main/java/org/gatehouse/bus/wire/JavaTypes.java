package org.gatehouse.bus.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.UnixFd;

/// Which D-Bus type a Java type of a transcribed interface stands for.
///
/// Integers keep their signedness by dbus-java's `UInt16`, `UInt32` and `UInt64`; `byte[]` is `ay`,
/// a record a struct, `RawVariant` a `v` that is kept byte for byte.
public final class JavaTypes {

    private static final Map<Class<?>, WireType> PLAIN =
            Map.ofEntries(
                    Map.entry(byte.class, WireType.Basic.BYTE),
                    Map.entry(Byte.class, WireType.Basic.BYTE),
                    Map.entry(boolean.class, WireType.Basic.BOOLEAN),
                    Map.entry(Boolean.class, WireType.Basic.BOOLEAN),
                    Map.entry(short.class, WireType.Basic.INT16),
                    Map.entry(Short.class, WireType.Basic.INT16),
                    Map.entry(UInt16.class, WireType.Basic.UINT16),
                    Map.entry(int.class, WireType.Basic.INT32),
                    Map.entry(Integer.class, WireType.Basic.INT32),
                    Map.entry(UInt32.class, WireType.Basic.UINT32),
                    Map.entry(long.class, WireType.Basic.INT64),
                    Map.entry(Long.class, WireType.Basic.INT64),
                    Map.entry(UInt64.class, WireType.Basic.UINT64),
                    Map.entry(double.class, WireType.Basic.DOUBLE),
                    Map.entry(Double.class, WireType.Basic.DOUBLE),
                    Map.entry(String.class, WireType.Basic.STRING),
                    Map.entry(DBusPath.class, WireType.Basic.OBJECT_PATH),
                    Map.entry(UnixFd.class, WireType.Basic.UNIX_FD),
                    Map.entry(byte[].class, new WireType.Bytes()),
                    Map.entry(org.freedesktop.dbus.types.Variant.class, WireType.Variant.PARSED),
                    Map.entry(RawVariant.class, WireType.Variant.RAW));

    private JavaTypes() {}

    /// @throws IllegalArgumentException if the type stands for none
    public static WireType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        var plain = type instanceof Class<?> known ? PLAIN.get(known) : null;
        if (plain != null) {
            return plain;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            var shape = RecordShape.of(record);
            return new WireType.Struct(ofComponents(shape), shape);
        }
        throw new IllegalArgumentException("no D-Bus type for " + type);
    }

    /// The types of several values in a row, such as a method's parameters.
    public static List<WireType> of(Type[] types) {
        return Stream.of(types).map(JavaTypes::of).toList();
    }

    /// The types of a record's components, for a record that is a whole message body.
    public static List<WireType> ofRecord(Class<? extends Record> type) {
        return ofComponents(RecordShape.of(type));
    }

    private static List<WireType> ofComponents(RecordShape shape) {
        return of(
                shape.components().stream()
                        .map(RecordComponent::getGenericType)
                        .toArray(Type[]::new));
    }

    private static WireType ofGeneric(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            var element = of(arguments[0]);
            return element == WireType.Basic.BYTE
                    ? new WireType.Bytes()
                    : new WireType.Array(element);
        }
        if (type.getRawType() == Map.class && of(arguments[0]) instanceof WireType.Basic key) {
            return new WireType.Dictionary(key, of(arguments[1]));
        }
        if (type.getRawType() == org.freedesktop.dbus.types.Variant.class) {
            return WireType.Variant.PARSED;
        }
        throw new IllegalArgumentException("no D-Bus type for " + type);
    }
}
