package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.desktop.InstalledApps;

/// Shows prompts in JavaFX windows.
///
/// Threads: any.
public final class FxScreen implements PromptScreen {

    private final InstalledApps apps;
    private final FxWindows windows;

    public FxScreen(InstalledApps apps, FxWindows windows) {
        this.apps = apps;
        this.windows = windows;
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
    public Shown show(Prompt prompt, Course<Answer> course) {
        return windows.open(
                answered -> new PromptWindow(prompt, apps.find(prompt.appId()), answered),
                course,
                new Answer.Dismissed());
    }
}
