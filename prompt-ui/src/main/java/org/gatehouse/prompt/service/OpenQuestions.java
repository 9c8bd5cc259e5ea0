package org.gatehouse.prompt.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.freedesktop.impl.portal.Request;
import org.gatehouse.bus.BusConnection;
import org.gatehouse.bus.CallGuard;
import org.gatehouse.bus.ExportedInterface;
import org.gatehouse.bus.Subscription;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptQueue;
import org.gatehouse.prompt.Turn;
import org.gatehouse.protocol.PortalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The questions that wait for the person, each with its `Request` object on the bus.
///
/// A question ends with an answer, with `Request.Close`, or when the portal that asked has left the
/// bus; whichever comes first, its object is gone before the call is answered.
///
/// Threads: any.
final class OpenQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestions.class);

    private final BusConnection bus;
    private final PromptQueue queue;
    private final CallGuard guard;
    private final Idleness idleness;
    private final Map<String, Open<?>> open = new ConcurrentHashMap<>();

    OpenQuestions(BusConnection bus, PromptQueue queue, CallGuard guard, Idleness idleness) {
        this.bus = bus;
        this.queue = queue;
        this.guard = guard;
        this.idleness = idleness;
    }

    /// Asks.
    ///
    /// @param handle where `Request` is served meanwhile
    /// @param sender the portal's unique name
    /// @throws PortalException `Exists` if the handle is in use
    void ask(String handle, String sender, Prompt prompt, Consumer<Answer> answered) {
        ask(handle, sender, queue.turn(prompt), answered);
    }

    /// Asks a question of any kind, as above.
    <A> void ask(String handle, String sender, Turn<A> turn, Consumer<A> answered) {
        var question = new Open<>(handle, turn, answered);
        if (open.putIfAbsent(handle, question) != null) {
            throw PortalException.exists("a question is open at " + handle);
        }
        idleness.busy();
        LOG.info("{}: {} asks", handle, turn.appId());
        question.begin(sender);
    }

    void dismissAll() {
        queue.dismissAll();
    }

    private final class Open<A> implements Request {

        private final String handle;
        private final Turn<A> turn;
        private final Consumer<A> asker;
        private Subscription object = () -> {};
        private Subscription departure = () -> {};
        private Runnable withdrawal = () -> {};
        private boolean ended;

        private Open(String handle, Turn<A> turn, Consumer<A> asker) {
            this.handle = handle;
            this.turn = turn;
            this.asker = asker;
        }

        @Override
        public void Close() {
            withdraw();
        }

        @Override
        public String getObjectPath() {
            return handle;
        }

        private void begin(String sender) {
            var served = ExportedInterface.of(Request.class, this).guardedBy(guard);
            var exported = bus.export(handle, List.of(served));
            var watch = bus.peers().onVanish(sender, this::withdraw);
            keep(exported, watch);
            var ticket = queue.ask(turn, this::end);
            boolean late;
            synchronized (this) {
                withdrawal = ticket::withdraw;
                late = ended;
            }
            if (late) {
                ticket.withdraw();
            }
        }

        private synchronized void keep(Subscription exported, Subscription watch) {
            object = exported;
            departure = watch;
        }

        private void withdraw() {
            Runnable how;
            synchronized (this) {
                how = withdrawal;
            }
            how.run();
            end(turn.dismissed());
        }

        private void end(A answer) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                object.close();
                departure.close();
            }
            open.remove(handle, this);
            LOG.info("{}: {}", handle, answer.getClass().getSimpleName());
            asker.accept(answer);
            if (open.isEmpty()) {
                idleness.free();
            }
        }
    }
}
