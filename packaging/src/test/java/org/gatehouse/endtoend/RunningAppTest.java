package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real Flatpak app that runs without a window, as a person sees it and ends it.
class RunningAppTest {

    private static final String STATUS = "Counting sheep";
    private static final Duration GRACE = Duration.ofSeconds(15);

    private Desktop desktop;
    private Ctl ctl;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop = SandboxedApp.desktop("--image", Image.ROOT.toString(), "--backend", "grant");
        ctl = new Ctl(desktop);
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void isSeenWithItsStatusAndStopped() throws InterruptedException {
        var app = SandboxedApp.keepRunning(desktop, "--status", STATUS);
        assertThat(app.awaitLine("response")).startsWith("response 0 background=True");
        SandboxedApp.awaitHidden(ctl);

        assertThat(
                        ctl.json(
                                "[(i['kind'], i['app'], i['message'], i['at-login']) for i in d]",
                                "running"))
                .isEqualTo("[('flatpak', '%s', '%s', False)]".formatted(SandboxedApp.ID, STATUS));
        assertThat(ctl.run("stop", SandboxedApp.ID)).contains("Asked to end: " + SandboxedApp.ID);

        app.awaitLine("term", 0, GRACE);
        app.awaitLine("child term", 0, GRACE);
        SandboxedApp.awaitEnd(ctl);
        assertThat(ctl.run("ledger", "--event", "stopped")).contains("by hand", SandboxedApp.ID);
        assertThat(ctl.run("grants", SandboxedApp.ID)).containsPattern("background +allow");
        assertThat(ctl.fails(Ctl.FAILED, "stop", SandboxedApp.ID)).contains("does not run");
    }
}
