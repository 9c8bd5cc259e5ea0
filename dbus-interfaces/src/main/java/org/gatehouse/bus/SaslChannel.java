package org.gatehouse.bus;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.Set;

/// Our socket in the shape that dbus-java authenticates over; not used after that.
final class SaslChannel extends SocketChannel {

    private final UnixSocket socket;

    SaslChannel(UnixSocket socket) {
        super(SelectorProvider.provider());
        this.socket = socket;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        // never more than asked for: what follows the handshake belongs to the message reader
        var bytes = new byte[target.remaining()];
        if (bytes.length == 0) {
            return 0;
        }
        int count = socket.receive(bytes, 0, UnixSocket.descriptorQueue());
        target.put(bytes, 0, count);
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var bytes = new byte[source.remaining()];
        source.get(bytes);
        int sent = 0;
        while (sent < bytes.length) {
            sent += socket.send(bytes, sent, List.of(), true);
        }
        return sent;
    }

    @Override
    protected void implCloseSelectableChannel() {
        socket.shutdown();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public boolean isConnected() {
        return isOpen();
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(SocketAddress remote) {
        return true;
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        return this;
    }

    @Override
    public SocketChannel shutdownInput() {
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() {
        return this;
    }

    @Override
    public SocketChannel bind(SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.net.Socket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }
}
