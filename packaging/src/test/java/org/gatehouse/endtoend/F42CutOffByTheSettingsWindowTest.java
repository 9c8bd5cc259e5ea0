package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// F42 and F43 by the settings window: the pointer clicks a switch, and the app in its sandbox is
/// cut off; clicks it again, and the app works without a question.
class F42CutOffByTheSettingsWindowTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final int CUT_OFF = 3;

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop =
                SandboxedApp.desktop(
                        "--image",
                        Image.ROOT.toString(),
                        "--backend",
                        "grant",
                        "--display",
                        "--geoclue",
                        "48.137,11.575");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void theSwitchCutsTheAppOffAndReinstatesIt() throws InterruptedException {
        var app = running();
        var settings = SettingsHand.open(desktop);
        settings.showGrant("location", "flatpak", SandboxedApp.ID);

        settings.clickSwitchThatIsOn();

        app.awaitLine("closed", 0, ONE_SECOND);
        assertThat(app.awaitEnd()).isEqualTo(CUT_OFF);
        assertThat(app.output()).endsWith("closed");

        settings.clickSwitchThatIsOff();
        settings.awaitSwitch(true);
        running();
    }

    private Program running() throws InterruptedException {
        var app = SandboxedApp.start(desktop);
        app.awaitLine("location 48.137");
        return app;
    }
}
