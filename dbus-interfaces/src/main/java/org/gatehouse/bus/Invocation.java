package org.gatehouse.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.WireType;

/// The call that a handler is answering.
///
/// Threads: the handler's, until it returns; a detached [Reply] may be completed from any.
public final class Invocation {

    static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();

    private final BusConnection connection;
    private final Message message;
    private final List<WireType> results;
    private final List<Runnable> afterReply = new ArrayList<>(0);
    private final AtomicBoolean answered = new AtomicBoolean();
    private boolean detached;

    Invocation(BusConnection connection, Message message, List<WireType> results) {
        this.connection = connection;
        this.message = message;
        this.results = results;
    }

    /// The call that the running handler answers.
    ///
    /// @throws IllegalStateException outside of a handler
    public static Invocation current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("not in a handler"));
    }

    /// The caller's unique name, as the bus filled it in.
    public String sender() {
        return message.header().sender();
    }

    public String path() {
        return message.header().path();
    }

    public String interfaceName() {
        return message.header().interfaceName();
    }

    public String member() {
        return message.header().member();
    }

    /// Runs `action` on a new virtual thread once the reply has been handed to the bus, so that
    /// nothing it sends can overtake the reply. Does not run if the call is answered with an error.
    public void afterReply(Runnable action) {
        afterReply.add(action);
    }

    /// Takes the answer into the handler's own hands: what it returns or throws from now on does
    /// not count, and descriptors that came with the call stay open until the answer.
    public Reply detach() {
        detached = true;
        return new Reply() {
            @Override
            public void complete(Object value) {
                answer(value);
            }

            @Override
            public void fail(Throwable cause) {
                refuse(cause);
            }
        };
    }

    boolean isDetached() {
        return detached;
    }

    void answer(Object value) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try (message) {
            Replies.send(connection, message, results, value);
            afterReply.forEach(Thread::startVirtualThread);
        } catch (IllegalArgumentException e) {
            Replies.sendError(connection, message, e);
        }
    }

    void refuse(Throwable cause) {
        if (answered.compareAndSet(false, true)) {
            try (message) {
                Replies.sendError(connection, message, cause);
            }
        }
    }
}
