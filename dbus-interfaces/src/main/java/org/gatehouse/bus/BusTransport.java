package org.gatehouse.bus;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.freedesktop.dbus.connections.SASL;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractUnixTransport;

/// Connects and authenticates: dbus-java's SASL over our socket.
///
/// dbus-java's own transports either cannot pass descriptors or bring a native library for it.
final class BusTransport extends AbstractUnixTransport {

    private final UnixSocket socket;

    private BusTransport(
            org.freedesktop.dbus.connections.BusAddress address,
            TransportConfig config,
            UnixSocket socket) {
        super(address, config);
        this.socket = socket;
        getSaslConfig().setAuthMode(SASL.AUTH_EXTERNAL);
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
        var address = org.freedesktop.dbus.connections.BusAddress.of(text);
        var path = address.getParameterValue("path");
        var name = path != null ? path : "\0" + address.getParameterValue("abstract");
        var socket = UnixSocket.connect(name.getBytes(StandardCharsets.UTF_8));
        try {
            new BusTransport(address, new TransportConfig(address), socket).connect();
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    protected SocketChannel connectImpl() {
        return new SaslChannel(socket);
    }

    @Override
    protected boolean hasFileDescriptorSupport() {
        return true;
    }

    @Override
    public int getUid(SocketChannel channel) {
        throw new UnsupportedOperationException("only servers ask");
    }

    @Override
    protected SocketChannel acceptImpl() {
        throw new UnsupportedOperationException("not a server");
    }

    @Override
    protected void bindImpl() {
        throw new UnsupportedOperationException("not a server");
    }

    @Override
    protected boolean isBound() {
        return false;
    }

    @Override
    protected void closeTransport() {
        socket.shutdown();
    }
}
