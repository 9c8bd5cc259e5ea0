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

    /// The caller of this is the first who waits.
    SharedQuestion(Dialog dialog) {
        this.thread = Thread.ofVirtual().name("question").start(() -> run(dialog));
    }

    private void run(Dialog dialog) {
        try {
            answer.complete(dialog.show(this));
        } catch (InterruptedException e) {
            answer.complete(new Answer.Unanswered("nobody waited any longer"));
        } catch (RuntimeException e) {
            // to whoever waits, whose flow logs it with its handle
            answer.completeExceptionally(e);
        }
    }

    /// One more request waits; false if the dialog is over or being closed.
    synchronized boolean join() {
        if (settled || waiting == 0) {
            return false;
        }
        waiting++;
        return true;
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
