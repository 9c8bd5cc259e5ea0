package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows questions in JavaFX windows.
///
/// Threads: [#show] and closing from any thread; the windows live on the application thread.
public final class FxScreen implements PromptScreen {

    private static final Logger LOG = LoggerFactory.getLogger(FxScreen.class);

    private final InstalledApps apps;
    private final WindowSystem system;
    private final List<PromptWindow> windows = new ArrayList<>();

    public FxScreen(InstalledApps apps, WindowSystem system) {
        this.apps = apps;
        this.system = system;
    }

    /// Starts the toolkit, once in a process. Blocks until it is up.
    ///
    /// @param cache a folder for the toolkit's unpacked native libraries
    /// @throws UnsupportedOperationException if there is no display
    public static void startToolkit(Path cache) throws InterruptedException {
        Toolkit.start(cache);
    }

    /// Whether the JVM was told to show nothing on a display, by the toolkit's own property.
    public static boolean isHeadless() {
        return "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
    }

    @Override
    public Shown show(Prompt prompt, Course course) {
        var shown = new OnScreen(prompt, course);
        Platform.runLater(shown::open);
        return shown;
    }

    private final class OnScreen implements Shown {

        private final Prompt prompt;
        private final Course course;
        private boolean closed;
        private @Nullable PromptWindow window;

        private OnScreen(Prompt prompt, Course course) {
            this.prompt = prompt;
            this.course = course;
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
                LOG.error("a question of {} cannot be shown", prompt.appId(), e);
                answered(new Answer.Dismissed());
            }
        }

        private void place() {
            var strips = windows.stream().map(PromptWindow::strip).toList();
            var opened = new PromptWindow(prompt, apps.find(prompt.appId()), this::answered);
            window = opened;
            if (opened.show(system, strips)) {
                windows.add(opened);
            } else {
                leave();
                course.noRoom();
            }
        }

        private void answered(Answer answer) {
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
