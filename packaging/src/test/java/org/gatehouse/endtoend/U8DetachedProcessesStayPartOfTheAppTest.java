package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requirement U8: what a real app has left running in a session of its own is listed under the
/// app, and ends with it.
class U8DetachedProcessesStayPartOfTheAppTest {

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
    void aSetsidChildIsListedUnderItsAppAndStopped() throws InterruptedException {
        var app = SandboxedApp.keepRunning(desktop, "--leave");
        app.awaitLine("child up");
        app.awaitLine("response");
        SandboxedApp.awaitHidden(ctl);

        ctl.run("stop", SandboxedApp.ID);

        app.awaitLine("child term", 0, GRACE);
        SandboxedApp.awaitEnd(ctl);
        assertThat(app.output().lines()).doesNotContain("term");
    }
}
