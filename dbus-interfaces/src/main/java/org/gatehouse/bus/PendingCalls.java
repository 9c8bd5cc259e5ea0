package org.gatehouse.bus;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.gatehouse.bus.wire.Message;

/// The calls of ours that wait for an answer, by serial.
final class PendingCalls {

    private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// @param answered gets the answer, on the reading thread
    /// @param lost runs if the connection ends first
    private record Waiting(Consumer<Message> answered, Runnable lost) {}

    void add(int serial, Consumer<Message> answered, Runnable lost) {
        waiting.put(serial, new Waiting(answered, lost));
        if (closed && waiting.remove(serial) != null) {
            lost.run();
        }
    }

    CompletableFuture<Message> add(int serial) {
        var answer = new CompletableFuture<Message>();
        Runnable lost = () -> answer.completeExceptionally(new BusException("the bus has gone"));
        add(serial, message -> complete(answer, message), lost);
        return answer;
    }

    private static void complete(CompletableFuture<Message> answer, Message message) {
        if (!answer.complete(message)) {
            message.close();
        }
    }

    void forget(int serial) {
        waiting.remove(serial);
    }

    /// An answer came. One that nobody waits for is dropped.
    void answered(Message message) {
        var caller = waiting.remove(message.header().replySerial());
        if (caller == null) {
            message.close();
            return;
        }
        caller.answered.accept(message);
    }

    void close() {
        closed = true;
        waiting.keySet()
                .forEach(serial -> {
                    var lost = waiting.remove(serial);
                    if (lost != null) {
                        lost.lost.run();
                    }
                });
    }

    /// Waits for an answer.
    ///
    /// @param deadline zero: none
    /// @throws CallTimeout when it has passed
    /// @throws CallInterrupted when the thread is interrupted, whose flag is set again
    static Message await(CompletableFuture<Message> answer, Duration deadline, String what) {
        try {
            return deadline.isZero()
                    ? answer.get()
                    : answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new CallInterrupted("interrupted while waiting for " + what);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new CallTimeout(what + " did not answer in " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new BusException("the bus has gone", e);
        }
    }
}
