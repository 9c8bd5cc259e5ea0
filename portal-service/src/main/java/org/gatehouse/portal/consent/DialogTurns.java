package org.gatehouse.portal.consent;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// One visible dialog per app, and some that wait for it.
///
/// Threads: any; `apps` is guarded by itself, and is not held while a turn is awaited.
@Singleton
public final class DialogTurns {

    /// How many questions of one app there are at once: one is seen and four wait.
    static final int QUESTIONS = 5;

    private static final class App {
        private final Semaphore visible = new Semaphore(1, true);
        private int dialogs;
    }

    /// The right to show a dialog, until closed; or the news that too many wait.
    public final class Turn implements AutoCloseable {

        private final Object name;
        private final boolean granted;

        private Turn(Object name, boolean granted) {
            this.name = name;
            this.granted = granted;
        }

        public boolean granted() {
            return granted;
        }

        @Override
        public void close() {
            if (granted) {
                leave(name, true);
            }
        }
    }

    private final Map<Object, App> apps = new HashMap<>();

    @Inject
    DialogTurns() {}

    /// Waits until the app shows no other dialog.
    ///
    /// @param name of the app, as [Caller#app] gives it
    /// @param most dialogs of the app at once, this one included; beyond it nothing is granted
    public Turn await(Object name, int most) throws InterruptedException {
        App app;
        synchronized (apps) {
            app = apps.computeIfAbsent(name, _ -> new App());
            if (app.dialogs >= most) {
                return new Turn(name, false);
            }
            app.dialogs++;
        }
        try {
            app.visible.acquire();
        } catch (InterruptedException e) {
            leave(name, false);
            throw e;
        }
        return new Turn(name, true);
    }

    private void leave(Object name, boolean shown) {
        synchronized (apps) {
            var app = apps.get(name);
            if (app == null) {
                return;
            }
            app.dialogs--;
            if (app.dialogs == 0) {
                apps.remove(name);
            }
            if (shown) {
                app.visible.release();
            }
        }
    }
}
