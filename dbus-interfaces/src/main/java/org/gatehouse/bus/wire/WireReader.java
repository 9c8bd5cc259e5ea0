package org.gatehouse.bus.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.bus.UnixFd;

/// Reads values from marshalled bytes that begin at an offset which is a multiple of 8.
///
/// Nothing is believed: lengths, nesting and descriptor indexes are checked before use. Threads:
/// one at a time.
///
/// Source: D-Bus specification, "Marshaling (Wire Format)".
public final class WireReader {

    private static final int MAX_DEPTH = 64;
    private static final Views LITTLE = new Views(ByteOrder.LITTLE_ENDIAN);
    private static final Views BIG = new Views(ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final Views views;
    private final List<UnixFd> descriptors;
    private int position;
    private int depth;

    /// @param descriptors those that came with the message, which values of type `h` index
    public WireReader(byte[] bytes, boolean littleEndian, List<UnixFd> descriptors) {
        this.bytes = bytes;
        this.views = littleEndian ? LITTLE : BIG;
        this.descriptors = descriptors;
    }

    /// Reads one value.
    ///
    /// Java types as [JavaTypes] maps them; arrays are `List`, dictionaries `LinkedHashMap` (the
    /// last of equal keys counts), structs records or `Object[]`.
    ///
    /// @throws WireException if the bytes are no such value
    public Object read(WireType type) {
        if (type instanceof WireType.Basic basic) {
            return readBasic(basic);
        }
        if (++depth > MAX_DEPTH) {
            throw new WireException("values are nested too deep");
        }
        var value =
                switch (type) {
                    case WireType.Basic basic -> readBasic(basic);
                    case WireType.Bytes _ -> readBytes();
                    case WireType.Array(var element) -> readArray(element);
                    case WireType.Dictionary(var key, var entry) -> readDictionary(key, entry);
                    case WireType.Struct struct -> readStruct(struct);
                    case WireType.Variant variant ->
                            variant == WireType.Variant.RAW ? readRaw() : readVariant();
                };
        depth--;
        return value;
    }

    /// Reads several values in a row and checks that nothing is left over.
    ///
    /// @throws WireException if the bytes are not exactly these values
    public Object[] readAll(List<WireType> types) {
        var values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(types.get(i));
        }
        if (position != bytes.length) {
            throw new WireException("bytes are left over");
        }
        return values;
    }

    public int position() {
        return position;
    }

    public boolean atEnd() {
        return position >= bytes.length;
    }

    /// Skips to the next offset that is a multiple of `alignment`.
    public void align(int alignment) {
        position = Math.addExact(position, -position & (alignment - 1));
    }

    private Object readBasic(WireType.Basic type) {
        return switch (type) {
            case BYTE -> bytes[take(1, 1)];
            case BOOLEAN -> readInt() != 0;
            case INT16 -> (short) views.shorts.get(bytes, take(2, 2));
            case UINT16 -> new UInt16((short) views.shorts.get(bytes, take(2, 2)) & 0xFFFF);
            case INT32 -> readInt();
            case UINT32 -> new UInt32(readInt() & 0xFFFF_FFFFL);
            case INT64 -> readLong();
            case UINT64 -> readUnsignedLong();
            case DOUBLE -> Double.longBitsToDouble(readLong());
            case STRING -> readString();
            case OBJECT_PATH -> new DBusPath(readString());
            case SIGNATURE -> readSignature();
            case UNIX_FD -> readDescriptor();
        };
    }

    public int readInt() {
        return (int) views.ints.get(bytes, take(4, 4));
    }

    public long readLong() {
        return (long) views.longs.get(bytes, take(8, 8));
    }

    private UInt64 readUnsignedLong() {
        long value = readLong();
        return new UInt64(value >>> 32, value & 0xFFFF_FFFFL);
    }

    public String readString() {
        int length = readInt();
        int start = take(length, 1);
        terminator();
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    public String readSignature() {
        int length = bytes[take(1, 1)] & 0xFF;
        int start = take(length, 1);
        terminator();
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private void terminator() {
        if (bytes[take(1, 1)] != 0) {
            throw new WireException("a string does not end with NUL");
        }
    }

    private UnixFd readDescriptor() {
        int index = readInt();
        if (index < 0 || index >= descriptors.size()) {
            throw new WireException("no descriptor has the index " + index);
        }
        return descriptors.get(index);
    }

    private byte[] readBytes() {
        int length = readInt();
        int start = take(length, 1);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    private List<Object> readArray(WireType element) {
        int end = arrayEnd(element.alignment());
        var values = new ArrayList<>();
        while (position < end) {
            values.add(read(element));
        }
        checkEnd(end);
        return values;
    }

    private Map<Object, Object> readDictionary(WireType.Basic key, WireType value) {
        int end = arrayEnd(8);
        var entries = new LinkedHashMap<>();
        while (position < end) {
            align(8);
            entries.put(readBasic(key), read(value));
        }
        checkEnd(end);
        return entries;
    }

    /// Reads an array's length and goes to its first element.
    ///
    /// @return the offset behind its last element
    int arrayEnd(int elementAlignment) {
        int length = readInt();
        align(elementAlignment);
        if (length < 0 || length > bytes.length - position) {
            throw new WireException("an array is longer than its message");
        }
        return position + length;
    }

    void checkEnd(int end) {
        if (position != end) {
            throw new WireException("an array's elements do not fill it");
        }
    }

    private Object readStruct(WireType.Struct struct) {
        align(8);
        var fields = new Object[struct.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = read(struct.fields().get(i));
        }
        return struct.shape() == null ? fields : struct.shape().create(fields);
    }

    private Variant<?> readVariant() {
        var signature = readSignature();
        return new Variant<>(read(Signatures.single(signature)), signature);
    }

    private RawVariant readRaw() {
        return RawValues.read(this);
    }

    private int take(int length, int alignment) {
        align(alignment);
        int start = position;
        if (length < 0 || length > bytes.length - start) {
            throw new WireException("the message ends early");
        }
        position = start + length;
        return start;
    }

    byte[] take(int length) {
        int start = take(length, 1);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    private static final class Views {
        final VarHandle shorts;
        final VarHandle ints;
        final VarHandle longs;

        Views(ByteOrder order) {
            shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
            ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
            longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
        }
    }
}
