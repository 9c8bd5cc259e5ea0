package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real app that runs without a window is ended from the settings window, by the keyboard alone.
class StoppedByTheSettingsWindowTest {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop =
                SandboxedApp.desktop(
                        "--image", Image.ROOT.toString(), "--backend", "grant", "--display");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void itsStopButtonEndsTheApp() throws InterruptedException {
        var app = SandboxedApp.keepRunning(desktop, "--status", "Counting sheep");
        app.awaitLine("response");
        var ctl = new Ctl(desktop);
        SandboxedApp.awaitHidden(ctl);
        var settings = SettingsHand.open(desktop);
        settings.showGrant("background", "flatpak", SandboxedApp.ID);
        settings.awaitSwitch(true);

        settings.press("ctrl+3");
        settings.press("Tab", "Tab", "Tab", "Tab", "Tab", "space");

        app.awaitLine("term", 0, GRACE);
        app.awaitLine("child term", 0, GRACE);
        SandboxedApp.awaitEnd(ctl);
        assertThat(ctl.run("grants", SandboxedApp.ID)).containsPattern("background +allow");
    }
}
