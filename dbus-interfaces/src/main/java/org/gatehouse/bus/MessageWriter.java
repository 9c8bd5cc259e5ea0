package org.gatehouse.bus;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.MessageFormat;
import org.gatehouse.bus.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes messages in the order in which they are handed over.
///
/// Threads: any may hand over. The bytes go out on that thread as far as the socket takes them
/// without waiting; the rest is written by a thread of its own, so that a virtual thread never
/// waits in a native call. A thread that hands over while more than 16 MiB wait is held back.
final class MessageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
    private static final long BACKLOG_LIMIT = 16 << 20;
    private static final int LONGEST = 128 << 20;

    private final UnixSocket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Pending> backlog = new ArrayDeque<>();
    private long backlogBytes;
    private boolean writing;
    private boolean closed;

    private record Pending(byte[] bytes, int offset, List<UnixFd> descriptors) {}

    MessageWriter(UnixSocket socket) {
        this.socket = socket;
    }

    /// Hands a message over and closes its descriptors once it is out.
    ///
    /// @throws BusException if the connection has ended
    /// @throws WireException if the message is longer than the bus allows
    void write(Message message, int serial) {
        var bytes = MessageFormat.encode(message, serial);
        if (bytes.length > LONGEST) {
            message.close();
            throw new WireException("the message is over 128 MiB");
        }
        lock.lock();
        try {
            while (backlogBytes > BACKLOG_LIMIT && !closed) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                message.close();
                throw new BusException("the connection to the bus has ended");
            }
            int sent = backlog.isEmpty() && !writing ? send(bytes, message.descriptors()) : 0;
            if (sent < bytes.length) {
                enqueue(new Pending(bytes, sent, sent == 0 ? message.descriptors() : List.of()));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sends until the socket takes no more; the descriptors go with the first byte.
    private int send(byte[] bytes, List<UnixFd> descriptors) {
        try {
            int sent = socket.send(bytes, 0, descriptors, false);
            if (sent > 0) {
                descriptors.forEach(UnixFd::close);
            }
            int more = sent;
            while (more > 0 && sent < bytes.length) {
                more = socket.send(bytes, sent, List.of(), false);
                sent += more;
            }
            return sent;
        } catch (IOException e) {
            // the reading thread finds out as well, and ends the connection
            closed = true;
            throw new BusException("the connection to the bus has ended", e);
        }
    }

    private void enqueue(Pending pending) {
        backlog.add(pending);
        backlogBytes += pending.bytes.length;
        if (!writing) {
            writing = true;
            Thread.ofPlatform().daemon().name("bus-writer").start(this::drain);
        }
    }

    private void drain() {
        try {
            for (var pending = head(); pending != null; pending = head()) {
                int sent = pending.offset;
                var descriptors = pending.descriptors;
                while (sent < pending.bytes.length) {
                    sent += socket.send(pending.bytes, sent, descriptors, true);
                    descriptors.forEach(UnixFd::close);
                    descriptors = List.of();
                }
                remove();
            }
        } catch (IOException e) {
            LOG.debug("{} messages were not sent", backlog.size(), e);
            close();
        }
    }

    private @Nullable Pending head() {
        lock.lock();
        try {
            var head = closed ? null : backlog.peek();
            writing = head != null;
            return head;
        } finally {
            lock.unlock();
        }
    }

    private void remove() {
        lock.lock();
        try {
            var done = backlog.poll();
            backlogBytes -= done == null ? 0 : done.bytes.length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            backlog.forEach(pending -> pending.descriptors.forEach(UnixFd::close));
            backlog.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
