package org.gatehouse.portal.consent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One dialog and the requests that wait for it.
///
/// The dialog runs on a virtual thread of its own, so that the first request may leave while others
/// still wait. Threads: any; the state is guarded by the object.
final class SharedQuestion {

    /// What is run while somebody waits.
    @FunctionalInterface
    interface Dialog {
        Answer show(SharedQuestion question) throws InterruptedException;
    }

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Thread thread;
    private int waiting = 1;
    private boolean settled;
    private boolean over;
    private long overAt;

    /// The caller of this is the first who waits.
    SharedQuestion(Dialog dialog) {
        this.thread = Thread.ofVirtual().name("question").start(() -> run(dialog));
    }

    private void run(Dialog dialog) {
        try {
            var given = dialog.show(this);
            end();
            answer.complete(given);
        } catch (InterruptedException e) {
            answer.complete(new Answer.Unanswered("nobody waited any longer"));
        } catch (RuntimeException e) {
            // to whoever waits, whose flow logs it with its handle
            answer.completeExceptionally(e);
        }
    }

    private synchronized void end() {
        over = true;
        overAt = System.nanoTime();
    }

    /// One more request waits, or shares an answer that was given after it was made.
    ///
    /// @param madeAt when the request was made, by `System.nanoTime`
    /// @return false if it needs a question of its own
    synchronized boolean join(long madeAt) {
        if (over) {
            return settled && madeAt - overAt < 0;
        }
        if (waiting == 0 && !settled) {
            return false;
        }
        waiting++;
        return true;
    }

    /// Whether nobody is asked any longer.
    synchronized boolean isOver() {
        return over;
    }

    /// Whether a request may still come that was made before the answer.
    ///
    /// @param patience nanoseconds
    synchronized boolean isShared(long patience) {
        return !over || (settled && System.nanoTime() - overAt < patience);
    }

    /// The person has answered; false if everybody left before, and then the answer is void.
    synchronized boolean settle() {
        settled = waiting > 0;
        return settled;
    }

    Answer await() throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question failed", e.getCause());
        } catch (InterruptedException e) {
            leave();
            throw e;
        }
    }

    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !settled) {
            thread.interrupt();
        }
    }
}
