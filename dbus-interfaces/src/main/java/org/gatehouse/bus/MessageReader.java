package org.gatehouse.bus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.MessageFormat;
import org.gatehouse.bus.wire.MessageFormat.Lengths;
import org.gatehouse.bus.wire.WireException;

/// Cuts the byte stream into messages and gives each its descriptors.
///
/// A body over the limit is thrown away as it comes, without room for it ever being made: nobody
/// can end the process with one large message. Threads: the connection's reading thread only.
final class MessageReader {

    private static final int CALL_LIMIT = 1 << 20;
    private static final int OTHER_LIMIT = 1 << 23;

    private final UnixSocket socket;
    private final Queue<UnixFd> descriptors = UnixSocket.descriptorQueue();
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    MessageReader(UnixSocket socket) {
        this.socket = socket;
    }

    /// Waits for the next message. Whoever gets it closes it.
    ///
    /// @throws IOException if the bus has gone, or sends what is no message
    Message next() throws IOException {
        try {
            need(MessageFormat.FIXED);
            var lengths = Lengths.of(Arrays.copyOfRange(buffer, start, start + 16));
            need(MessageFormat.FIXED + lengths.fields());
            var message = MessageFormat.decodeHeader(take(MessageFormat.FIXED + lengths.fields()));
            boolean tooLong = lengths.body() > limit(message);
            var body = tooLong ? skip(lengths.body()) : body((int) lengths.body());
            return message.with(body, takeDescriptors(message.header().descriptors()), tooLong);
        } catch (WireException e) {
            throw new IOException("the bus sent what is no message", e);
        }
    }

    /// Closes the descriptors whose message never came whole.
    void close() {
        descriptors.forEach(UnixFd::close);
    }

    private static int limit(Message message) {
        return message.kind() == Message.Kind.METHOD_CALL ? CALL_LIMIT : OTHER_LIMIT;
    }

    private byte[] body(int length) throws IOException {
        need(length);
        return take(length);
    }

    private byte[] skip(long length) throws IOException {
        long left = length - (end - start);
        if (left < 0) {
            start += (int) length;
            return new byte[0];
        }
        start = 0;
        end = 0;
        while (left > 0) {
            int room = (int) Math.min(left, buffer.length);
            left -= socket.receive(room == buffer.length ? buffer : new byte[room], 0, descriptors);
        }
        return new byte[0];
    }

    private List<UnixFd> takeDescriptors(int count) {
        var taken = new ArrayList<UnixFd>(0);
        for (int i = 0; i < count && !descriptors.isEmpty(); i++) {
            taken.add(descriptors.remove());
        }
        return taken;
    }

    private byte[] take(int length) {
        var taken = Arrays.copyOfRange(buffer, start, start + length);
        start += length;
        if (start == end) {
            start = 0;
            end = 0;
            buffer = buffer.length > OTHER_LIMIT / 4 ? new byte[64 * 1024] : buffer;
        }
        return taken;
    }

    private void need(int length) throws IOException {
        while (end - start < length) {
            makeRoom(length);
            end += socket.receive(buffer, end, descriptors);
        }
    }

    private void makeRoom(int length) {
        if (buffer.length - start >= Math.max(length, end - start + 1)) {
            return;
        }
        var larger = buffer.length >= length ? buffer : new byte[Math.max(length, 64 * 1024)];
        System.arraycopy(buffer, start, larger, 0, end - start);
        buffer = larger;
        end -= start;
        start = 0;
    }
}
