package org.gatehouse.settings;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gatehouse.settings.Model.Message;
import org.gatehouse.settings.Model.Status;
import org.gatehouse.settings.Permissions.Failure;

/// What is shown now, and the way to change it from elsewhere.
///
/// Threads: [#model] and [#now] belong to the screen's thread, the others are for any.
final class Showing {

    private final Executor screen;
    private final Consumer<Model> shown;
    private Model model = Model.START;

    /// @param screen runs on the screen's thread
    /// @param shown is given each new model, on the screen's thread
    Showing(Executor screen, Consumer<Model> shown) {
        this.screen = screen;
        this.shown = shown;
    }

    Model model() {
        return model;
    }

    void now(UnaryOperator<Model> next) {
        model = next.apply(model);
        shown.accept(model);
    }

    void later(UnaryOperator<Model> next) {
        screen.execute(() -> now(next));
    }

    /// Runs something on the screen's thread, after what is on its way there.
    void then(Runnable action) {
        screen.execute(action);
    }

    /// Shows what a failure means.
    void failed(Failure failure) {
        switch (failure.kind()) {
            case GONE -> later(now -> now.with(Status.GONE));
            case REFUSED -> later(now -> now.with(Status.REFUSED));
            case CONFLICT -> say("Another program changed this meanwhile. Here is what holds now.");
            case OTHER -> say("That did not work: " + failure.getMessage());
        }
    }

    /// Shows a line that offers nothing to undo.
    void say(String line) {
        later(now -> now.with(new Message(line, 0)));
    }
}
