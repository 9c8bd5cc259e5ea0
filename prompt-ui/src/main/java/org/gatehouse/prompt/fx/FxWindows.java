package org.gatehouse.prompt.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;
import org.gatehouse.prompt.WindowSystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All windows of the process, whatever they ask: none shows up under the buttons of another.
///
/// Threads: [#open] and closing from any thread; the windows live on the application thread.
public final class FxWindows {

    private static final Logger LOG = LoggerFactory.getLogger(FxWindows.class);

    private final WindowSystem system;
    private final List<FxWindow> windows = new ArrayList<>();

    public FxWindows(WindowSystem system) {
        this.system = system;
    }

    /// Opens a window.
    ///
    /// @param making makes the window, which tells its answer to what it is given
    /// @param dismissed the answer where the window cannot be shown
    public <A> Shown open(Function<Consumer<A>, FxWindow> making, Course<A> course, A dismissed) {
        var shown = new OnScreen<>(making, course, dismissed);
        Platform.runLater(shown::open);
        return shown;
    }

    private final class OnScreen<A> implements Shown {

        private final Function<Consumer<A>, FxWindow> making;
        private final Course<A> course;
        private final A dismissed;
        private boolean closed;
        private @Nullable FxWindow window;

        private OnScreen(Function<Consumer<A>, FxWindow> making, Course<A> course, A dismissed) {
            this.making = making;
            this.course = course;
            this.dismissed = dismissed;
        }

        @Override
        public void close() {
            Platform.runLater(this::leave);
        }

        private void open() {
            if (closed) {
                return;
            }
            try {
                place();
            } catch (RuntimeException e) {
                LOG.error("a question cannot be shown", e);
                answered(dismissed);
            }
        }

        private void place() {
            var strips = windows.stream().map(FxWindow::strip).toList();
            var opened = making.apply(this::answered);
            window = opened;
            if (opened.show(system, strips)) {
                windows.add(opened);
            } else {
                leave();
                course.noRoom();
            }
        }

        private void answered(A answer) {
            leave();
            course.answered(answer);
        }

        private void leave() {
            closed = true;
            var opened = window;
            if (opened != null) {
                windows.remove(opened);
                opened.close();
            }
        }
    }
}
