package org.gatehouse.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Questions wait here for their turn: one of each app is on the screen at a time.
///
/// No app holds up another. An app with 4 questions waiting gets no further one in: it is answered
/// [Answer.Dismissed] at once. A question for which the screen has no room waits until a window has
/// gone.
///
/// Threads: every method may be called from any thread and does not wait. The lock guards the two
/// lists; the screen and the askers are called without it.
public final class PromptQueue {

    private static final int MOST_WAITING = 4;
    private static final int MOST_SHOWN = 8;

    private final PromptScreen screen;
    private final List<Ticket<?>> waiting = new ArrayList<>();
    private final List<Ticket<?>> shown = new ArrayList<>();

    public PromptQueue(PromptScreen screen) {
        this.screen = screen;
    }

    /// Asks.
    ///
    /// @param answered gets the answer, exactly once, on any thread; [Answer.Dismissed] when taken
    ///   back
    public Ticket<Answer> ask(Prompt prompt, Consumer<Answer> answered) {
        return ask(turn(prompt), answered);
    }

    /// What a prompt needs of the screen.
    public Turn<Answer> turn(Prompt prompt) {
        return new Turn<>(
                prompt.appId(), course -> screen.show(prompt, course), new Answer.Dismissed());
    }

    /// Asks a question of any kind.
    ///
    /// @param answered as above
    public <A> Ticket<A> ask(Turn<A> turn, Consumer<A> answered) {
        var ticket = new Ticket<>(turn, answered);
        boolean accepted;
        synchronized (this) {
            accepted = waiting.stream().filter(ticket::isOfSameApp).count() < MOST_WAITING;
            if (accepted) {
                waiting.add(ticket);
            }
        }
        if (!accepted) {
            ticket.refuse();
        }
        advance();
        return ticket;
    }

    /// Whether nothing is shown and nothing waits.
    public synchronized boolean isEmpty() {
        return waiting.isEmpty() && shown.isEmpty();
    }

    /// Takes every question back.
    public void dismissAll() {
        List<Ticket<?>> all;
        synchronized (this) {
            all = new ArrayList<>(waiting);
            all.addAll(shown);
        }
        all.forEach(Ticket::withdraw);
    }

    private void advance() {
        next().forEach(Ticket::appear);
    }

    private synchronized List<Ticket<?>> next() {
        var turn = new ArrayList<Ticket<?>>();
        for (var ticket : List.copyOf(waiting)) {
            boolean free = shown.stream().noneMatch(ticket::isOfSameApp);
            if (free && !ticket.lacksRoom && shown.size() < MOST_SHOWN) {
                waiting.remove(ticket);
                shown.add(ticket);
                turn.add(ticket);
            }
        }
        return turn;
    }

    private void leave(Ticket<?> ticket) {
        synchronized (this) {
            waiting.remove(ticket);
            shown.remove(ticket);
            waiting.forEach(other -> other.lacksRoom = false);
        }
        advance();
    }

    private synchronized void putBack(Ticket<?> ticket) {
        if (shown.remove(ticket)) {
            // Alone on the screen there is always room, so somebody will leave and wake it.
            ticket.lacksRoom = !shown.isEmpty();
            waiting.addFirst(ticket);
        }
    }

    /// One question on its way.
    ///
    /// @param <A> what it is answered with
    public final class Ticket<A> implements PromptScreen.Course<A> {

        private final Turn<A> turn;
        private final Consumer<A> asker;
        private boolean lacksRoom;
        private boolean settled;
        private int attempt;
        private PromptScreen.@Nullable Shown window;

        private Ticket(Turn<A> turn, Consumer<A> asker) {
            this.turn = turn;
            this.asker = asker;
        }

        /// Takes the question back: its window goes, it is answered as dismissed.
        public void withdraw() {
            answered(turn.dismissed());
        }

        @Override
        public void answered(A answer) {
            if (settle(answer)) {
                leave(this);
            }
        }

        @Override
        public void noRoom() {
            putBack(this);
            advance();
        }

        private void appear() {
            int mine;
            synchronized (this) {
                mine = ++attempt;
            }
            var opened = turn.showing().apply(this);
            boolean late;
            synchronized (this) {
                // Sent back for lack of room and shown again meanwhile: that window is the one.
                late = settled || mine != attempt;
                window = mine == attempt ? opened : window;
            }
            if (late) {
                opened.close();
            }
        }

        private void refuse() {
            settle(turn.dismissed());
        }

        private boolean settle(A answer) {
            PromptScreen.@Nullable Shown toClose;
            synchronized (this) {
                if (settled) {
                    return false;
                }
                settled = true;
                toClose = window;
            }
            if (toClose != null) {
                toClose.close();
            }
            asker.accept(answer);
            return true;
        }

        private boolean isOfSameApp(Ticket<?> other) {
            return turn.appId().equals(other.turn.appId());
        }
    }
}
