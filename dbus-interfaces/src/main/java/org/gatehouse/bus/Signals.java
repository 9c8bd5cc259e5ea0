package org.gatehouse.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.gatehouse.bus.wire.JavaTypes;
import org.gatehouse.bus.wire.Message;
import org.gatehouse.bus.wire.RecordShape;
import org.gatehouse.bus.wire.WireException;
import org.gatehouse.bus.wire.WireType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is told of which signals.
///
/// Threads: [#deliver] runs on the reading thread; each receiver is told in order on a queue of its
/// own.
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int QUEUE_LIMIT = 1 << 16;

    private final Executor executor;
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();

    /// @param wanted whether a signal's header is that of the signal, path and sender wanted
    private record Receiver(
            Predicate<Message> wanted,
            List<WireType> types,
            SerialQueue queue,
            BiConsumer<Object[], Message> told) {}

    Signals(Executor executor) {
        this.executor = executor;
    }

    <S extends Record & BusSignal> Subscription add(
            Class<S> type, Predicate<Message> from, BiConsumer<S, Message> told) {
        var shape = RecordShape.of(type);
        var interfaceName = InterfaceTable.of(type.getDeclaringClass()).name();
        Predicate<Message> wanted =
                message ->
                        message.header().member().equals(type.getSimpleName())
                                && message.header().interfaceName().equals(interfaceName)
                                && from.test(message);
        var receiver =
                new Receiver(
                        wanted,
                        JavaTypes.ofRecord(type),
                        new SerialQueue(executor),
                        (values, message) -> told.accept(type.cast(shape.create(values)), message));
        receivers.add(receiver);
        return () -> receivers.remove(receiver);
    }

    void deliver(Message signal) {
        for (var receiver : receivers) {
            if (!signal.truncated() && receiver.wanted.test(signal)) {
                receiver.queue.add(() -> tell(receiver, signal), QUEUE_LIMIT);
            }
        }
        // descriptors in signals mean nothing to anybody here
        signal.close();
    }

    private static void tell(Receiver receiver, Message signal) {
        try {
            receiver.told.accept(signal.read(receiver.types), signal);
        } catch (WireException e) {
            LOG.warn("{} is not what it should be: {}", signal.header(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be dealt with", signal.header(), e);
        }
    }
}
