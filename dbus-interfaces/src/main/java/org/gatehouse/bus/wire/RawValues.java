package org.gatehouse.bus.wire;

import java.util.List;
import org.gatehouse.bus.RawVariant;
import org.gatehouse.protocol.PortalException;

/// Copies values from bytes to bytes without making objects of them.
///
/// A value's padding depends on where it stands and its integers on the message's byte order, so a
/// copy walks the type; the content stays the same to the bit.
final class RawValues {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_BYTES = 64 * 1024;

    private final WireReader from;
    private final WireWriter to;
    private int depth;

    private RawValues(WireReader from, WireWriter to) {
        this.from = from;
        this.to = to;
    }

    /// Reads a variant as it is.
    ///
    /// @throws PortalException `InvalidArgument` if it is over 64 KiB, nested more than 32 deep, or
    ///   holds a descriptor, which nobody could keep
    static RawVariant read(WireReader from) {
        var signature = from.readSignature();
        var to = new WireWriter();
        new RawValues(from, to).copy(Signatures.single(signature));
        if (to.size() > MAX_BYTES) {
            throw PortalException.invalidArgument("value is over 64 KiB");
        }
        return new RawVariant(signature, to.toBytes());
    }

    /// Writes a kept variant, signature and content.
    static void write(RawVariant value, WireWriter to) {
        to.writeSignature(value.signature());
        var from = new WireReader(value.bytes(), true, List.of());
        new RawValues(from, to).copy(Signatures.single(value.signature()));
    }

    private void copy(WireType type) {
        if (depth > MAX_DEPTH) {
            throw PortalException.invalidArgument("value is nested too deep");
        }
        switch (type) {
            case WireType.Basic basic -> copyBasic(basic);
            case WireType.Bytes _ -> copyBytes();
            case WireType.Array(var element) -> copyArray(element);
            case WireType.Dictionary(var key, var value) -> copyDictionary(key, value);
            case WireType.Struct struct -> copyStruct(struct);
            case WireType.Variant _ -> copyVariant();
        }
    }

    private void copyBasic(WireType.Basic type) {
        switch (type) {
            case BYTE -> to.writeByte(from.take(1)[0]);
            case INT16, UINT16 -> to.writeShort((short) from.read(WireType.Basic.INT16));
            case BOOLEAN, INT32, UINT32 -> to.writeInt(from.readInt());
            case INT64, UINT64, DOUBLE -> to.writeLong(from.readLong());
            case STRING, OBJECT_PATH -> copyString();
            case SIGNATURE -> to.writeSignature(from.readSignature());
            case UNIX_FD -> throw PortalException.invalidArgument("a descriptor cannot be kept");
        }
    }

    private void copyString() {
        var text = from.take(from.readInt());
        to.writeText(text);
        from.take(1);
    }

    private void copyBytes() {
        var content = from.take(from.readInt());
        to.writeInt(content.length);
        to.writeRaw(content);
    }

    private void copyArray(WireType element) {
        int end = from.arrayEnd(element.alignment());
        int mark = to.beginArray(element.alignment());
        depth++;
        while (from.position() < end) {
            copy(element);
        }
        depth--;
        from.checkEnd(end);
        to.endArray(mark);
    }

    private void copyDictionary(WireType.Basic key, WireType value) {
        int end = from.arrayEnd(8);
        int mark = to.beginArray(8);
        depth++;
        while (from.position() < end) {
            from.align(8);
            to.align(8);
            copyBasic(key);
            copy(value);
        }
        depth--;
        from.checkEnd(end);
        to.endArray(mark);
    }

    private void copyStruct(WireType.Struct struct) {
        from.align(8);
        to.align(8);
        depth++;
        struct.fields().forEach(this::copy);
        depth--;
    }

    private void copyVariant() {
        var signature = from.readSignature();
        to.writeSignature(signature);
        depth++;
        copy(Signatures.single(signature));
        depth--;
    }
}
