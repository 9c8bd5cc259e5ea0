package org.gatehouse.bus.wire;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One complete type of the D-Bus type system.
///
/// Source: D-Bus specification, "Type System".
public sealed interface WireType {

    /// The type's signature, such as `a{sv}`.
    String signature();

    /// What the value's offset in the message must be a multiple of: 1, 2, 4 or 8 bytes.
    int alignment();

    /// The types without parts.
    enum Basic implements WireType {
        BYTE('y', 1),
        BOOLEAN('b', 4),
        INT16('n', 2),
        UINT16('q', 2),
        INT32('i', 4),
        UINT32('u', 4),
        INT64('x', 8),
        UINT64('t', 8),
        DOUBLE('d', 8),
        STRING('s', 4),
        OBJECT_PATH('o', 4),
        SIGNATURE('g', 1),
        UNIX_FD('h', 4);

        private final char code;
        private final int alignment;

        Basic(char code, int alignment) {
            this.code = code;
            this.alignment = alignment;
        }

        char code() {
            return code;
        }

        @Override
        public String signature() {
            return String.valueOf(code);
        }

        @Override
        public int alignment() {
            return alignment;
        }
    }

    /// `ay`, read and written as one `byte[]`.
    record Bytes() implements WireType {

        @Override
        public String signature() {
            return "ay";
        }

        @Override
        public int alignment() {
            return 4;
        }
    }

    /// A list of values of one type.
    record Array(WireType element) implements WireType {

        @Override
        public String signature() {
            return "a" + element.signature();
        }

        @Override
        public int alignment() {
            return 4;
        }
    }

    /// A map from basic keys to values, in the order of the wire.
    record Dictionary(Basic key, WireType value) implements WireType {

        @Override
        public String signature() {
            return "a{" + key.signature() + value.signature() + "}";
        }

        @Override
        public int alignment() {
            return 4;
        }
    }

    /// Several values in order.
    ///
    /// @param shape the record to make of them; without one they are read as `Object[]`
    record Struct(List<WireType> fields, @Nullable RecordShape shape) implements WireType {

        @Override
        public String signature() {
            return "(" + signatureOf(fields) + ")";
        }

        @Override
        public int alignment() {
            return 8;
        }
    }

    /// `v`, read as dbus-java's `Variant` or, kept byte for byte, as a `RawVariant`.
    enum Variant implements WireType {
        PARSED,
        RAW;

        @Override
        public String signature() {
            return "v";
        }

        @Override
        public int alignment() {
            return 1;
        }
    }

    /// The signature of several types in a row.
    static String signatureOf(List<? extends WireType> types) {
        return types.stream().map(WireType::signature).collect(Collectors.joining());
    }
}
