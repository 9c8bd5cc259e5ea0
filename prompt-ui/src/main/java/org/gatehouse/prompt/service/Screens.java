package org.gatehouse.prompt.service;

import java.nio.file.Path;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.fx.FxScreen;
import org.gatehouse.prompt.fx.FxWindows;
import org.gatehouse.prompt.fx.files.FxFileScreen;
import org.gatehouse.prompt.x11.ParentWindows;
import org.gatehouse.prompt.x11.X11WindowSystem;
import org.gatehouse.role.RoleFailure;
import org.gatehouse.role.RoleSettings;

/// The windows: on the display, or on JavaFX's headless platform (property `glass.platform`).
final class Screens {

    private Screens() {}

    /// Looks whether there is a display at all, which costs nothing.
    ///
    /// @throws RoleFailure 1 if there is none
    static void check(PromptSettings own) throws RoleFailure {
        if (own.script().isEmpty() && own.display().isEmpty() && !FxScreen.isHeadless()) {
            throw new RoleFailure(1, "no display: DISPLAY is not set");
        }
    }

    /// Starts the toolkit. Blocks until it is up.
    ///
    /// @throws RuntimeException if there is no such display
    static Windows windows(PromptSettings own, RoleSettings settings, InstalledApps apps) {
        boolean headless = FxScreen.isHeadless();
        var linking = Thread.ofPlatform().daemon().unstarted(X11WindowSystem::prepare);
        if (!headless) {
            linking.start();
        }
        start(settings.directories().cacheHome().resolve("gatehouse/javafx"));
        var windows = new FxWindows(headless ? WindowSystem.unknown() : x11(own, apps));
        return new Windows(
                new FxScreen(apps, windows),
                new FxFileScreen(apps, windows, settings.environment()));
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
