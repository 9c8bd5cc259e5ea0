package org.gatehouse.portal.window;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A connection to an X server, as far as looking at windows needs it.
///
/// It speaks the protocol itself: the client libraries end the whole process when the server dies,
/// or cost more than these few requests. Threads: one, but [#close] from any, which ends a read.
///
/// Source: X Window System Protocol, version 11; X-Resource Extension, version 1.2.
final class X11Connection implements AutoCloseable {

    private static final int HEADER = 32;
    private static final int LARGEST = 1 << 20;
    private static final int REPLY = 1;
    private static final int GENERIC_EVENT = 35;
    private static final String COOKIE = "MIT-MAGIC-COOKIE-1";

    private final SocketChannel channel;
    private final Deque<ByteBuffer> events = new ArrayDeque<>();
    private int root;
    private int sequence;

    private X11Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /// @throws IOException if the server cannot be reached or does not let us in
    static X11Connection open(X11Display display) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        var connection = new X11Connection(channel);
        try {
            channel.connect(UnixDomainSocketAddress.of(display.socket()));
            connection.greet(display.cookie());
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void greet(byte[] cookie) throws IOException {
        var name = cookie.length == 0 ? new byte[0] : latin(COOKIE);
        var greeting = buffer(12 + padded(name.length) + padded(cookie.length));
        greeting.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        greeting.putShort((short) name.length).putShort((short) cookie.length);
        greeting.position(12).put(name).position(12 + padded(name.length)).put(cookie);
        send(greeting);
        var head = receive(8);
        var body = receive(Short.toUnsignedInt(head.getShort(6)) * 4);
        if (head.get(0) != 1) {
            throw new IOException("the X server does not let us in");
        }
        int vendor = Short.toUnsignedInt(body.getShort(16));
        int formats = Byte.toUnsignedInt(body.get(21));
        root = body.getInt(32 + padded(vendor) + 8 * formats);
    }

    /// The root window of the first screen.
    int root() {
        return root;
    }

    /// The number of a name; 0 if there is no such atom and it is not to be made.
    int atom(String name) throws IOException {
        var text = latin(name);
        var request = request(16, 0, 8 + padded(text.length));
        request.putShort(4, (short) text.length).put(8, text);
        return answer(request).map(reply -> reply.getInt(8)).orElse(0);
    }

    /// Asks to be told of changed properties of a window. One that is gone is ignored.
    void watch(int window) throws IOException {
        send(request(2, 0, 16).putInt(4, window).putInt(8, 0x800).putInt(12, 0x40_0000));
        sequence++;
    }

    /// The 32-bit values of a property; empty if the window does not have it.
    Optional<int[]> property(int window, int property) throws IOException {
        var request = request(20, 0, 24).putInt(4, window).putInt(8, property);
        var reply = answer(request.putInt(20, LARGEST / 8));
        return reply.filter(each -> each.get(1) == 32)
                .map(each -> {
                    var values = new int[each.getInt(16)];
                    each.position(HEADER);
                    each.asIntBuffer().get(values);
                    return values;
                });
    }

    /// The first opcode of an extension; empty if the server does not have it.
    Optional<Integer> extension(String name) throws IOException {
        var text = latin(name);
        var request = request(98, 0, 8 + padded(text.length));
        request.putShort(4, (short) text.length).put(8, text);
        return answer(request)
                .filter(reply -> reply.get(8) != 0)
                .map(reply -> Byte.toUnsignedInt(reply.get(9)));
    }

    /// The process that made a window, as the kernel told the server.
    ///
    /// @param opcode of the extension X-Resource
    Optional<Integer> process(int opcode, int window) throws IOException {
        var request = request(opcode, 4, 16).putInt(4, 1).putInt(8, window).putInt(12, 2);
        var reply = answer(request);
        return reply.filter(each -> each.getInt(8) > 0 && each.limit() >= HEADER + 16)
                .filter(each -> each.getInt(HEADER + 8) == 4)
                .map(each -> each.getInt(HEADER + 12));
    }

    /// Tells the server which version of X-Resource is spoken.
    void agree(int opcode) throws IOException {
        answer(request(opcode, 0, 8).put(4, (byte) 1).put(5, (byte) 2));
    }

    /// Waits until something has changed, however much.
    void awaitEvents() throws IOException {
        while (events.isEmpty()) {
            var message = message();
            if (isEvent(message)) {
                events.add(message);
            }
        }
        events.clear();
    }

    private ByteBuffer request(int opcode, int detail, int length) {
        var request = buffer(length);
        return request.put(0, (byte) opcode)
                .put(1, (byte) detail)
                .putShort(2, (short) (length / 4));
    }

    /// What the server answers; empty for an error, such as for a window that is gone.
    private Optional<ByteBuffer> answer(ByteBuffer request) throws IOException {
        send(request);
        int expected = ++sequence & 0xFFFF;
        while (true) {
            var message = message();
            if (isEvent(message)) {
                events.add(message);
            } else if (Short.toUnsignedInt(message.getShort(2)) == expected) {
                return message.get(0) == REPLY ? Optional.of(message) : Optional.empty();
            }
        }
    }

    private static boolean isEvent(ByteBuffer message) {
        return message.get(0) > REPLY || message.get(0) < 0;
    }

    private ByteBuffer message() throws IOException {
        var head = receive(HEADER);
        int kind = head.get(0) & 0x7F;
        long more = kind == REPLY || kind == GENERIC_EVENT ? head.getInt(4) * 4L : 0;
        if (more == 0) {
            return head;
        }
        if (more < 0 || more > LARGEST) {
            throw new IOException("the X server says too much");
        }
        var whole = buffer(HEADER + (int) more).put(head).put(receive((int) more));
        return whole.rewind();
    }

    private void send(ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer receive(int length) throws IOException {
        var bytes = buffer(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the X server has gone");
            }
        }
        return bytes.flip();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
