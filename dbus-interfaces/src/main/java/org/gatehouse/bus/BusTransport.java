package org.gatehouse.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Connects and authenticates.
///
/// The handshake has the one mechanism that a bus of this machine needs: EXTERNAL, where the kernel
/// says who we are. dbus-java's brings the cryptography of the others along, which took a fifth of
/// the time in which a service starts, and its transports cannot pass descriptors without a native
/// library of their own. Addresses are read by dbus-java.
///
/// Source: D-Bus specification, "Authentication Protocol".
final class BusTransport {

    private static final int LONGEST_LINE = 16 * 1024;

    private final UnixSocket socket;

    private BusTransport(UnixSocket socket) {
        this.socket = socket;
    }

    /// Tries the addresses in order.
    ///
    /// @throws BusException if none of them is a bus that lets us in
    static UnixSocket connect(BusAddress addresses) {
        BusException last = new BusException("no address of a bus");
        for (var text : addresses.addresses()) {
            try {
                return connect(text);
            } catch (IOException | RuntimeException e) {
                last = new BusException("cannot reach the bus: " + e.getMessage(), e);
            }
        }
        throw last;
    }

    private static UnixSocket connect(String text) throws IOException {
        var socket = UnixSocket.connect(socketName(text));
        try {
            new BusTransport(socket).authenticate();
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] socketName(String text) throws IOException {
        var address = org.freedesktop.dbus.connections.BusAddress.of(text);
        var path = address.getParameterValue("path");
        var hidden = address.getParameterValue("abstract");
        if (path == null && hidden == null) {
            throw new IOException("neither a path nor an abstract name in " + text);
        }
        return (path != null ? path : "\0" + hidden).getBytes(StandardCharsets.UTF_8);
    }

    private void authenticate() throws IOException {
        // without a name; when asked for it, none: the bus takes the user that the kernel tells it
        ask("\0AUTH EXTERNAL", "DATA");
        ask("DATA", "OK [0-9a-fA-F]+");
        ask("NEGOTIATE_UNIX_FD", "AGREE_UNIX_FD");
        say("BEGIN");
    }

    private void ask(String command, String expected) throws IOException {
        say(command);
        var answer = line();
        if (!answer.matches(expected)) {
            throw new IOException("the bus refuses us: " + answer);
        }
    }

    private void say(String command) throws IOException {
        var bytes = (command + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        while (sent < bytes.length) {
            sent += socket.send(bytes, sent, List.of(), true);
        }
    }

    /// One answer. The bus says no more before it is spoken to: all that comes belongs to it.
    private String line() throws IOException {
        var bytes = new byte[LONGEST_LINE];
        int length = 0;
        while (length == 0 || bytes[length - 1] != '\n') {
            if (length == bytes.length) {
                throw new IOException("the bus answers without end");
            }
            length += socket.receive(bytes, length, UnixSocket.descriptorQueue());
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII).stripTrailing();
    }
}
