package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows F33 and F34 as a person sees them: nothing is asked while driving, and the questions are
/// offered later.
class F34QuestionsWaitAndAreAnsweredLaterTest {

    private Desktop desktop;
    private Ctl ctl;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop =
                SandboxedApp.desktop(
                        "--image",
                        Image.ROOT.toString(),
                        "--backend",
                        "grant",
                        "--geoclue",
                        "48.137,11.575");
        ctl = new Ctl(desktop);
        ctl.run("situation", "set", "driving");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void nothingIsAskedOrKeptMeanwhile() throws InterruptedException {
        assertThat(ask()).isEqualTo("response 2");

        assertThat(ctl.run("deferred")).contains(SandboxedApp.ID, "location", "driving");
        assertThat(ctl.run("grants", SandboxedApp.ID)).contains("Nothing is granted");
        assertThat(ctl.json("len(d)", "ledger", "--event", "asked")).isEqualTo("0");
    }

    @Test
    void aRepeatedQuestionIsListedOnce() throws InterruptedException {
        ask();
        ask();

        assertThat(ctl.json("len(d), d[0]['times']", "deferred")).isEqualTo("1 2");
    }

    @Test
    void theAnswerHoldsForTheNextCall() throws InterruptedException {
        ask();
        ctl.run("situation", "clear", "driving");
        var question = ctl.json("d[0]['question']", "deferred");

        assertThat(ctl.run("answer", question, "allow", "--level", "exact")).startsWith("Answered");

        assertThat(ask()).isEqualTo("response 0");
        assertThat(ctl.run("deferred")).contains("No question waits");
        assertThat(ctl.json("len(d)", "ledger", "--event", "asked")).isEqualTo("0");
    }

    @Test
    void dismissedItIsOffTheListAndNothingIsKept() throws InterruptedException {
        ask();

        ctl.run("answer", ctl.json("d[0]['question']", "deferred"), "dismiss");

        assertThat(ctl.run("deferred")).contains("No question waits");
        assertThat(ctl.run("grants", SandboxedApp.ID)).contains("Nothing is granted");
    }

    @Test
    void anAnswerToNoQuestionFails() throws InterruptedException {
        assertThat(ctl.fails(Ctl.FAILED, "answer", "4711", "allow")).startsWith("gatehousectl: ");
    }

    private String ask() throws InterruptedException {
        var app = SandboxedApp.start(desktop, "--updates", "1");
        return app.awaitLine("response");
    }
}
