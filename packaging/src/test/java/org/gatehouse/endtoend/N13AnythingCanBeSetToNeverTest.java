package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows N13, F40 and F41 with a real Flatpak app: what files of policy do, and what `gatehousectl`
/// says of it.
class N13AnythingCanBeSetToNeverTest {

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
    void setToNeverIsRefusedWithoutAQuestion() throws IOException, InterruptedException {
        rule("class = \"location\"\nprompt = \"never\"");

        assertThat(ask()).isEqualTo("response 1");

        assertThat(ctl.json("len(d)", "ledger", "--event", "asked")).isEqualTo("0");
        assertThat(ctl.run("explain", SandboxedApp.ID, "location")).startsWith("deny: ");
    }

    @Test
    void impliedGrantsAreListedAndRevocable() throws IOException, InterruptedException {
        rule("class = \"location\"\nimplied-before = \"2\"");
        assertThat(ask()).isEqualTo("response 0");
        assertThat(ctl.json("len(d)", "ledger", "--event", "asked")).isEqualTo("0");

        assertThat(ctl.run("grants", "--implied")).contains(SandboxedApp.ID, "implied");
        ctl.run("revoke", SandboxedApp.ID, "location");

        assertThat(ctl.run("grants", "--implied")).contains("Nothing is granted");
        assertThat(ask()).isEqualTo("response 1");
    }

    @Test
    void aRetiredClassIsAlwaysGranted() throws IOException, InterruptedException {
        rule("class = \"location\"\nretired = true");

        assertThat(ask()).isEqualTo("response 0");

        assertThat(ctl.json("len(d)", "ledger", "--event", "asked")).isEqualTo("0");
        assertThat(ctl.run("classes", "location")).contains("retired: allowed for all");
        assertThat(
                        desktop.call(
                                Names.STORE,
                                Names.STORE_PATH,
                                Names.STORE + ".GetPermission",
                                "location",
                                "location",
                                SandboxedApp.ID))
                .contains("EXACT");
    }

    private void rule(String text) throws IOException {
        var folder = Files.createDirectories(administrator.resolve("gatehouse/policy.d"));
        Files.writeString(folder.resolve("rule.toml"), "[[rule]]\n" + text + "\n");
    }

    private String ask() throws InterruptedException {
        var app = SandboxedApp.start(desktop, "--updates", "1");
        return app.awaitLine("response");
    }
}
