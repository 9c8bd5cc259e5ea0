package org.gatehouse.portal.request;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What has to be done at the end of something, once, last things first.
///
/// Threads: any; guarded by the object, which is not held while anything is run.
final class Ending {

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean claimed;

    /// Adds a step; run at once if the end has been claimed already.
    void add(Runnable step) {
        synchronized (this) {
            if (!claimed) {
                steps.push(step);
                return;
            }
        }
        step.run();
    }

    /// Claims the end.
    ///
    /// @return true for the first who asks, who then has to call [#run]
    synchronized boolean claim() {
        boolean first = !claimed;
        claimed = true;
        return first;
    }

    synchronized boolean isClaimed() {
        return claimed;
    }

    /// Does what there is to do.
    void run() {
        for (var step = next(); step != null; step = next()) {
            step.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        return steps.poll();
    }
}
