package org.gatehouse.bus;

import java.util.List;
import org.gatehouse.bus.wire.Header;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.RecordShape;
import org.gatehouse.bus.wire.WireType;
import org.gatehouse.bus.wire.WireWriter;

/// Makes the answers to calls.
final class Replies {

    private Replies() {}

    /// Sends a method return, unless the caller wants none.
    ///
    /// @param value a record where there are several results
    /// @throws IllegalArgumentException if the value is not of these types
    static void send(BusConnection connection, Message call, List<WireType> results, Object value) {
        if (!call.expectsReply()) {
            return;
        }
        var body = new WireWriter();
        body.writeAll(results, values(results, value));
        var header = Header.reply(call, WireType.signatureOf(results));
        connection.send(Message.outgoing(Message.Kind.METHOD_RETURN, 1, header, body));
    }

    static void sendError(BusConnection connection, Message call, Throwable cause) {
        var error = Errors.toWire(cause);
        if (!call.expectsReply()) {
            return;
        }
        var body = new WireWriter();
        body.writeString(error.message());
        var header = Header.error(call, error.name());
        connection.send(Message.outgoing(Message.Kind.ERROR, 1, header, body));
    }

    private static Object[] values(List<WireType> results, Object value) {
        if (results.isEmpty()) {
            return new Object[0];
        }
        return value instanceof Record record && !(value instanceof RawVariant)
                ? RecordShape.of(record.getClass()).fields(record)
                : new Object[] {value};
    }
}
