package org.gatehouse.identity;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.Libc;

/// Authenticates a connected socket to the bus and says Hello, without waiting for any answer.
final class Greeting {

    private static final MethodHandle WRITE =
            Libc.function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

    private Greeting() {}

    static void send(Descriptor socket) {
        var user = Long.toString(Libc.effectiveUser()).getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.writeBytes(text("AUTH EXTERNAL " + HexFormat.of().formatHex(user) + "\r\nBEGIN\r\n"));
        bytes.writeBytes(hello());
        write(socket, bytes.toByteArray());
    }

    /// A method call, little-endian, serial 1, no body.
    private static byte[] hello() {
        var fields = new ByteArrayOutputStream();
        field(fields, 1, 'o', "/org/freedesktop/DBus");
        field(fields, 2, 's', "org.freedesktop.DBus");
        field(fields, 3, 's', "Hello");
        field(fields, 6, 's', "org.freedesktop.DBus");
        int length = fields.size();
        var message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {'l', 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0});
        message.writeBytes(new byte[] {(byte) length, 0, 0, 0});
        message.writeBytes(fields.toByteArray());
        align(message);
        return message.toByteArray();
    }

    private static void field(ByteArrayOutputStream to, int code, char type, String value) {
        align(to);
        to.writeBytes(new byte[] {(byte) code, 1, (byte) type, 0});
        to.writeBytes(new byte[] {(byte) value.length(), 0, 0, 0});
        to.writeBytes(text(value));
        to.write(0);
    }

    private static void align(ByteArrayOutputStream to) {
        while (to.size() % 8 != 0) {
            to.write(0);
        }
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Descriptor socket, byte[] bytes) {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocateFrom(JAVA_BYTE, bytes);
            var _ = (long) WRITE.invokeExact(socket.number(), buffer, (long) bytes.length);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
