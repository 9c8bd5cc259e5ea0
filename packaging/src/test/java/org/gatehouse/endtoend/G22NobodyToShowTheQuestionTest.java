package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Row G22: without a dialog backend a question waits, and is asked on a terminal.
class G22NobodyToShowTheQuestionTest {

    private Desktop desktop;
    private Ctl ctl;

    @BeforeEach
    void openADesktopWithoutDialogs() throws IOException, InterruptedException {
        desktop =
                SandboxedApp.desktop(
                        "--activate",
                        Names.STORE + "=" + Image.SERVICE,
                        "--activate",
                        Names.PERMISSIONS1 + "=" + Image.SERVICE,
                        "--activate",
                        Names.PORTAL + "=" + Image.SERVICE,
                        "--set",
                        "XDG_DESKTOP_PORTAL_DIR=/nonexistent",
                        "--geoclue",
                        "48.137,11.575");
        ctl = new Ctl(desktop);
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void itWaitsIsAnsweredOnATerminalAndTheNextCallIsGranted() throws InterruptedException {
        assertThat(ask()).isEqualTo("response 2");
        assertThat(ctl.run("grants", SandboxedApp.ID)).contains("Nothing is granted");
        assertThat(ctl.run("deferred")).contains(SandboxedApp.ID, "nobody");

        var prompter = ctl.typing("perhaps\\nallow\\n5\\n1\\n", "prompt");

        assertThat(prompter.awaitEnd()).as(prompter.output()).isZero();
        assertThat(prompter.output())
                .contains(
                        "asks for: Location",
                        SandboxedApp.ID,
                        "Please type a, d, l or q.",
                        "Kept.");
        assertThat(ask()).isEqualTo("response 0");
        assertThat(ctl.run("deferred")).contains("No question waits");
    }

    @Test
    void aRefusalOnTheTerminalIsKept() throws InterruptedException {
        ask();

        assertThat(ctl.typing("d\\n", "prompt").awaitEnd()).isZero();

        assertThat(ctl.run("grants", SandboxedApp.ID)).contains("deny");
        assertThat(ask()).isEqualTo("response 1");
    }

    @Test
    void theEndOfTheInputAnswersNothing() throws InterruptedException {
        ask();

        assertThat(ctl.typing("a\\n", "prompt").awaitEnd()).isZero();

        assertThat(ctl.run("deferred")).contains(SandboxedApp.ID);
    }

    @Test
    void whoWatchesIsAskedAtOnce() throws InterruptedException {
        // an input that neither says anything nor ends
        var fifo = desktop.folder().resolve("typed").toString();
        desktop.run("mkfifo", fifo);
        var prompter =
                desktop.start("sh", "-c", "exec \"$0\" prompt --watch <>\"$1\"", Ctl.PROGRAM, fifo);
        prompter.awaitLine("Waiting");

        ask();

        prompter.awaitLine("  app:");
        assertThat(prompter.output()).contains("asks for: Location");
    }

    private String ask() throws InterruptedException {
        var app = SandboxedApp.start(desktop, "--updates", "1");
        return app.awaitLine("response");
    }
}
