package org.gatehouse.bus.wire;

import java.util.Arrays;

/// The array of header fields, `a(yv)`, of a message.
///
/// Source: D-Bus specification, "Header Fields".
final class HeaderFields {

    private static final int PATH = 1;
    private static final int INTERFACE = 2;
    private static final int MEMBER = 3;
    private static final int ERROR_NAME = 4;
    private static final int REPLY_SERIAL = 5;
    private static final int DESTINATION = 6;
    private static final int SENDER = 7;
    private static final int SIGNATURE = 8;
    private static final int UNIX_FDS = 9;
    private static final int COUNT = 10;

    private HeaderFields() {}

    /// @throws WireException if a field is not of the type that the specification gives it
    static Header read(WireReader reader) {
        var texts = new String[COUNT];
        Arrays.fill(texts, "");
        var numbers = new int[COUNT];
        int end = reader.arrayEnd(8);
        while (reader.position() < end) {
            reader.align(8);
            int field = reader.take(1)[0];
            readField(reader, field, texts, numbers);
        }
        return new Header(
                texts[PATH],
                texts[INTERFACE],
                texts[MEMBER],
                texts[ERROR_NAME],
                numbers[REPLY_SERIAL],
                texts[DESTINATION],
                texts[SENDER],
                texts[SIGNATURE],
                numbers[UNIX_FDS]);
    }

    private static void readField(WireReader reader, int field, String[] texts, int[] numbers) {
        var signature = reader.readSignature();
        switch (signature) {
            case "s", "o" -> {
                var text = reader.readString();
                if (field > 0 && field < COUNT) {
                    texts[field] = text;
                }
            }
            case "g" -> texts[SIGNATURE] = reader.readSignature();
            case "u" -> {
                int number = reader.readInt();
                if (field > 0 && field < COUNT) {
                    numbers[field] = number;
                }
            }
            default -> reader.read(Signatures.single(signature));
        }
    }

    static void write(Header header, int descriptors, WireWriter writer) {
        int mark = writer.beginArray(8);
        text(writer, PATH, "o", header.path());
        text(writer, INTERFACE, "s", header.interfaceName());
        text(writer, MEMBER, "s", header.member());
        text(writer, ERROR_NAME, "s", header.errorName());
        number(writer, REPLY_SERIAL, header.replySerial());
        text(writer, DESTINATION, "s", header.destination());
        if (!header.signature().isEmpty()) {
            begin(writer, SIGNATURE, "g");
            writer.writeSignature(header.signature());
        }
        number(writer, UNIX_FDS, descriptors);
        writer.endArray(mark);
    }

    private static void text(WireWriter writer, int field, String signature, String value) {
        if (!value.isEmpty()) {
            begin(writer, field, signature);
            writer.writeString(value);
        }
    }

    private static void number(WireWriter writer, int field, int value) {
        if (value != 0) {
            begin(writer, field, "u");
            writer.writeInt(value);
        }
    }

    private static void begin(WireWriter writer, int field, String signature) {
        writer.align(8);
        writer.writeByte((byte) field);
        writer.writeSignature(signature);
    }
}
