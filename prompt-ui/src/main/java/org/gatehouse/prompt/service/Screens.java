package org.gatehouse.prompt.service;

import java.nio.file.Path;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.fx.FxScreen;
import org.gatehouse.prompt.x11.ParentWindows;
import org.gatehouse.prompt.x11.X11WindowSystem;
import org.gatehouse.role.RoleSettings;

/// Chooses where questions are shown: on the display, on JavaFX's headless platform (property
/// `glass.platform`), or nowhere, by a script.
final class Screens {

    private Screens() {}

    /// Opens the screen. Blocks until the toolkit is up.
    ///
    /// @throws IllegalStateException if there is no display
    static PromptScreen open(PromptSettings own, RoleSettings settings) {
        return own.script()
                .<PromptScreen>map(ScriptedScreen::new)
                .orElseGet(() -> windows(own, settings));
    }

    private static PromptScreen windows(PromptSettings own, RoleSettings settings) {
        boolean headless = FxScreen.isHeadless();
        if (own.display().isEmpty() && !headless) {
            throw new IllegalStateException("no display: DISPLAY is not set");
        }
        var linking = Thread.ofPlatform().daemon().unstarted(X11WindowSystem::prepare);
        if (!headless) {
            linking.start();
        }
        start(settings.directories().cacheHome().resolve("gatehouse/javafx"));
        var apps = new InstalledApps(settings.environment());
        return new FxScreen(apps, headless ? WindowSystem.unknown() : x11(own, apps));
    }

    private static WindowSystem x11(PromptSettings own, InstalledApps apps) {
        return X11WindowSystem.connect(own.display(), new ParentWindows(Path.of("/proc"), apps));
    }

    private static void start(Path cache) {
        try {
            FxScreen.startToolkit(cache);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the toolkit starts", e);
        }
    }
}
