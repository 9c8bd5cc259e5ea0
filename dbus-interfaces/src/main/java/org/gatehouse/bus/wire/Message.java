package org.gatehouse.bus.wire;

import java.util.List;
import org.gatehouse.bus.UnixFd;

/// One message: what its header says, and its body, not yet read.
///
/// Whoever holds it closes it, which closes the descriptors that nobody took.
///
/// Source: D-Bus specification, "Message Format".
///
/// @param serial as given by the sender; 0 is not valid on the wire
/// @param header what the header fields say
/// @param body marshalled values, beginning at an offset that is a multiple of 8
/// @param littleEndian the byte order of `body`
/// @param descriptors those that values of type `h` index
/// @param truncated the body was over the limit and was thrown away unread
public record Message(
        Kind kind,
        int flags,
        int serial,
        Header header,
        byte[] body,
        boolean littleEndian,
        List<UnixFd> descriptors,
        boolean truncated)
        implements AutoCloseable {

    public static final int NO_REPLY_EXPECTED = 1;
    public static final int NO_AUTO_START = 2;

    /// The message types.
    public enum Kind {
        METHOD_CALL(1),
        METHOD_RETURN(2),
        ERROR(3),
        SIGNAL(4);

        private static final List<Kind> ALL = List.of(values());

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        /// @throws WireException if there is no such type
        static Kind of(int code) {
            return ALL.stream()
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new WireException("no message has the type " + code));
        }
    }

    /// A message of ours, without descriptors and serial so far.
    public static Message outgoing(Kind kind, int flags, Header header, WireWriter body) {
        return new Message(
                kind,
                flags,
                0,
                header,
                body.toBytes(),
                true,
                List.copyOf(body.descriptors()),
                false);
    }

    /// This message with what came behind its header.
    public Message with(byte[] newBody, List<UnixFd> newDescriptors, boolean isTruncated) {
        return new Message(
                kind, flags, serial, header, newBody, littleEndian, newDescriptors, isTruncated);
    }

    public boolean expectsReply() {
        return kind == Kind.METHOD_CALL && (flags & NO_REPLY_EXPECTED) == 0;
    }

    /// Reads the body as values of these types.
    ///
    /// @throws WireException if the signature is another one or the body is not well formed
    public Object[] read(List<WireType> types) {
        if (!header.signature().equals(WireType.signatureOf(types))) {
            throw new WireException(
                    "arguments are of type "
                            + header.signature()
                            + " instead of "
                            + WireType.signatureOf(types));
        }
        return new WireReader(body, littleEndian, descriptors).readAll(types);
    }

    /// Reads the body as its signature says.
    ///
    /// @throws WireException if it is not well formed
    public Object[] read() {
        return read(Signatures.parse(header.signature()));
    }

    @Override
    public void close() {
        descriptors.forEach(UnixFd::close);
    }
}
