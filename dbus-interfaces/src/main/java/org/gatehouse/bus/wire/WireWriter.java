package org.gatehouse.bus.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.UnixFd;

/// Marshals values, little-endian, from an offset that is a multiple of 8.
///
/// Refuses what the bus would end the connection for: a string with NUL, an object path or
/// signature that is none, nesting over 64. Threads: one at a time.
///
/// Source: D-Bus specification, "Marshaling (Wire Format)".
public final class WireWriter {

    private static final int MAX_DEPTH = 64;
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private final List<UnixFd> descriptors = new ArrayList<>(0);
    private final ArrayDeque<Integer> firstElements = new ArrayDeque<>(4);
    private byte[] bytes = new byte[256];
    private int size;
    private int depth;

    private static VarHandle view(Class<?> elements) {
        return MethodHandles.byteArrayViewVarHandle(elements, ByteOrder.LITTLE_ENDIAN);
    }

    /// Writes several values in a row.
    ///
    /// @throws IllegalArgumentException if a value is not of its type or not allowed on the wire
    public void writeAll(List<WireType> types, Object[] values) {
        if (types.size() != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values for " + WireType.signatureOf(types));
        }
        for (int i = 0; i < values.length; i++) {
            write(types.get(i), values[i]);
        }
    }

    /// Writes one value; Java types as [JavaTypes] maps them, structs also as `Object[]` or `List`.
    ///
    /// @throws IllegalArgumentException if it is not of this type or not allowed on the wire
    public void write(WireType type, Object value) {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("values are nested too deep");
        }
        try {
            switch (type) {
                case WireType.Basic basic -> writeBasic(basic, value);
                case WireType.Bytes _ -> writeBytes(value);
                case WireType.Array(var element) -> writeArray(element, (Iterable<?>) value);
                case WireType.Dictionary dictionary -> writeMap(dictionary, (Map<?, ?>) value);
                case WireType.Struct struct -> writeStruct(struct, value);
                case WireType.Variant _ -> writeVariant(value);
            }
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " is no " + type.signature(), e);
        }
        depth--;
    }

    private void writeBasic(WireType.Basic type, Object value) {
        switch (type) {
            case BYTE -> writeByte((Byte) value);
            case BOOLEAN -> writeInt((Boolean) value ? 1 : 0);
            case INT16, UINT16 -> writeShort(((Number) value).shortValue());
            case INT32, UINT32 -> writeInt(((Number) value).intValue());
            case INT64 -> writeLong(((Number) value).longValue());
            case UINT64 -> writeLong(((UInt64) value).value().longValue());
            case DOUBLE -> writeLong(Double.doubleToRawLongBits((Double) value));
            case STRING -> writeString((String) value);
            case OBJECT_PATH -> writeString(ObjectPaths.checked(value.toString()));
            case SIGNATURE -> writeSignature((String) value);
            case UNIX_FD -> writeDescriptor((UnixFd) value);
        }
    }

    public void writeByte(byte value) {
        room(1);
        bytes[size++] = value;
    }

    public void writeShort(short value) {
        align(2);
        room(2);
        SHORTS.set(bytes, size, value);
        size += 2;
    }

    public void writeInt(int value) {
        align(4);
        room(4);
        INTS.set(bytes, size, value);
        size += 4;
    }

    public void writeLong(long value) {
        align(8);
        room(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    public void writeString(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a string holds NUL");
        }
        // unpaired surrogates become '?': the bus would end the connection for them
        writeText(value.getBytes(StandardCharsets.UTF_8));
    }

    void writeText(byte[] text) {
        writeInt(text.length);
        writeRaw(text);
        writeByte((byte) 0);
    }

    public void writeSignature(String value) {
        var text = value.getBytes(StandardCharsets.ISO_8859_1);
        if (text.length > 255) {
            throw new IllegalArgumentException("a signature is over 255 characters");
        }
        writeByte((byte) text.length);
        writeRaw(text);
        writeByte((byte) 0);
    }

    private void writeDescriptor(UnixFd value) {
        writeInt(descriptors.size());
        descriptors.add(value);
    }

    private void writeBytes(Object value) {
        var content = (byte[]) value;
        writeInt(content.length);
        writeRaw(content);
    }

    public void writeRaw(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    private void writeArray(WireType element, Iterable<?> values) {
        int mark = beginArray(element.alignment());
        values.forEach(value -> write(element, value));
        endArray(mark);
    }

    private void writeMap(WireType.Dictionary type, Map<?, ?> entries) {
        int mark = beginArray(8);
        entries.forEach((key, value) -> {
            align(8);
            writeBasic(type.key(), key);
            write(type.value(), value);
        });
        endArray(mark);
    }

    /// Leaves room for an array's length and goes to where its first element begins.
    int beginArray(int elementAlignment) {
        writeInt(0);
        int length = size - 4;
        align(elementAlignment);
        firstElements.push(size);
        return length;
    }

    /// Fills in the length of the array that began last.
    void endArray(int lengthOffset) {
        INTS.set(bytes, lengthOffset, size - firstElements.pop());
    }

    private void writeStruct(WireType.Struct type, Object value) {
        align(8);
        var fields =
                switch (value) {
                    case Object[] array -> array;
                    case List<?> list -> list.toArray();
                    case Record record -> RecordShape.of(record.getClass()).fields(record);
                    default -> throw new ClassCastException();
                };
        writeAll(type.fields(), fields);
    }

    private void writeVariant(Object value) {
        if (value instanceof RawVariant raw) {
            RawValues.write(raw, this);
            return;
        }
        var variant = (Variant<?>) value;
        writeSignature(variant.getSig());
        write(Signatures.single(variant.getSig()), variant.getValue());
    }

    public void align(int alignment) {
        int padding = -size & (alignment - 1);
        room(padding);
        size += padding;
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// Those that the written values of type `h` index.
    public List<UnixFd> descriptors() {
        return descriptors;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
