package org.gatehouse.prompt.service;

import org.gatehouse.prompt.PromptScreen.Shown;
import org.jspecify.annotations.Nullable;

/// A question that is on its way to the screen. Closed before it is there, it goes as soon as it
/// is.
///
/// Threads: any.
final class LateShown implements Shown {

    private @Nullable Shown shown;
    private boolean closed;

    void is(Shown now) {
        boolean late;
        synchronized (this) {
            shown = now;
            late = closed;
        }
        if (late) {
            now.close();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        @Nullable Shown now;
        synchronized (this) {
            closed = true;
            now = shown;
        }
        if (now != null) {
            now.close();
        }
    }
}
