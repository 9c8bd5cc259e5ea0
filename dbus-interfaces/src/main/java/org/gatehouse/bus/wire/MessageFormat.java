package org.gatehouse.bus.wire;

import java.util.List;

/// Messages to bytes and back.
///
/// Source: D-Bus specification, "Message Format".
public final class MessageFormat {

    /// The part of a message whose length is always the same.
    public static final int FIXED = 16;

    private static final byte PROTOCOL = 1;
    private static final byte LITTLE_ENDIAN = 'l';
    private static final byte BIG_ENDIAN = 'B';

    private MessageFormat() {}

    /// How long the parts of a message are, from its first 16 bytes.
    ///
    /// @param fields bytes of the header fields with their padding, ≥ 0
    /// @param body bytes, ≥ 0, at most 2³¹ − 1
    public record Lengths(int fields, long body) {

        /// @throws WireException if these are not the first bytes of a message
        public static Lengths of(byte[] fixed) {
            var reader = reader(fixed, fixed[0]);
            reader.readInt();
            long body = reader.readInt() & 0xFFFF_FFFFL;
            reader.readInt();
            long fields = reader.readInt() & 0xFFFF_FFFFL;
            if (fixed[3] != PROTOCOL || fields > 1 << 20 || body > 1 << 27) {
                throw new WireException("not a message");
            }
            return new Lengths(((int) fields + 7) & ~7, body);
        }
    }

    /// The message whose fixed part and header fields these are, still without body and
    /// descriptors.
    ///
    /// @throws WireException if the header is not well formed
    public static Message decodeHeader(byte[] start) {
        var kind = Message.Kind.of(start[1]);
        var reader = reader(start, start[0]);
        reader.readLong();
        int serial = reader.readInt();
        var header = HeaderFields.read(reader);
        boolean littleEndian = start[0] == LITTLE_ENDIAN;
        return new Message(
                kind, start[2], serial, header, new byte[0], littleEndian, List.of(), false);
    }

    public static byte[] encode(Message message, int serial) {
        var writer = new WireWriter();
        writer.writeByte(LITTLE_ENDIAN);
        writer.writeByte(message.kind().code());
        writer.writeByte((byte) message.flags());
        writer.writeByte(PROTOCOL);
        writer.writeInt(message.body().length);
        writer.writeInt(serial);
        HeaderFields.write(message.header(), message.descriptors().size(), writer);
        writer.align(8);
        writer.writeRaw(message.body());
        return writer.toBytes();
    }

    private static WireReader reader(byte[] bytes, byte order) {
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            throw new WireException("no byte order");
        }
        return new WireReader(bytes, order == LITTLE_ENDIAN, List.of());
    }
}
