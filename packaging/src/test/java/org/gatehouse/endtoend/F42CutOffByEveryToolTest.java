package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows F42 to F44, G6, I5: a running location session in a real Flatpak sandbox ends within a
/// second with `Session.Closed`, whoever takes it back; and is reinstated without a question.
class F42CutOffByEveryToolTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final int CUT_OFF = 3;

    @TempDir private Path administrator;

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
                        "--set",
                        "XDG_CONFIG_DIRS=" + administrator + ":/etc/xdg",
                        "--geoclue",
                        "48.137,11.575");
        ctl = new Ctl(desktop);
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void revokeOfOnePermission() throws InterruptedException {
        cutsOff(Ctl.command("revoke", SandboxedApp.ID, "location"));
    }

    @Test
    void revokeOfAllOfTheApp() throws InterruptedException {
        cutsOff(Ctl.command("revoke", SandboxedApp.ID));
    }

    @Test
    void revokeOfTheClass() throws InterruptedException {
        cutsOff(Ctl.command("revoke", "--class", "location", "--yes"));
    }

    @Test
    void forget() throws InterruptedException {
        cutsOff(Ctl.command("forget", SandboxedApp.ID, "location"));
    }

    @Test
    void setToDeny() throws InterruptedException {
        cutsOff(Ctl.command("set", SandboxedApp.ID, "location", "deny"));
    }

    @Test
    void aLockedRuleOfTheAdministrator() throws IOException, InterruptedException {
        var app = running();

        var folder = Files.createDirectories(administrator.resolve("gatehouse/policy.d"));
        Files.writeString(
                folder.resolve("never.toml"),
                "[[rule]]\nclass = \"location\"\nverdict = \"deny\"\nlocked = true\n");

        isCutOff(app, ONE_SECOND);
    }

    @Test
    void theEndOfItsTime() throws InterruptedException {
        ctl.run("set", SandboxedApp.ID, "location", "allow", "--for", "20s");
        var app = running();

        isCutOff(app, Duration.ofSeconds(21));
    }

    @Test
    void reinstatedItWorksWithoutAQuestion() throws InterruptedException {
        cutsOff(Ctl.command("revoke", SandboxedApp.ID, "location"));
        var refused = SandboxedApp.start(desktop);
        assertThat(refused.awaitLine("response")).isEqualTo("response 1");
        var before = asked();

        ctl.run("set", SandboxedApp.ID, "location", "allow");

        running();
        assertThat(asked()).isEqualTo(before);
    }

    /// The tool has done its work when it ends; from then on the second runs.
    private void cutsOff(String... tool) throws InterruptedException {
        var app = running();

        desktop.run(tool);

        isCutOff(app, ONE_SECOND);
    }

    private static void isCutOff(Program app, Duration patience) throws InterruptedException {
        app.awaitLine("closed", 0, patience);
        assertThat(app.awaitEnd()).isEqualTo(CUT_OFF);
        assertThat(app.output()).endsWith("closed");
    }

    private Program running() throws InterruptedException {
        var app = SandboxedApp.start(desktop);
        app.awaitLine("location 48.137");
        return app;
    }

    /// How many questions the ledger knows of.
    private String asked() throws InterruptedException {
        return ctl.json("len(d)", "ledger", "--event", "asked", "-n", "0");
    }
}
