package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The main job on real parts: a Flatpak app, GeoClue, and the tools that take a grant back.
class SandboxedAppTest {

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
                        "--geoclue",
                        "48.137,11.575");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void thePositionReachesTheAppAndFollowsTheDevice() throws IOException, InterruptedException {
        var app = running();

        desktop.run(
                "sh",
                "-c",
                "echo 52.516 13.378 35 > '" + desktop.variable("GEOCLUE_POSITION") + "'");

        assertThat(app.awaitLine("location 52.516")).endsWith(" 0");
    }

    @Test
    void anApproximateRequestGetsAnApproximatePosition() throws InterruptedException {
        var app = SandboxedApp.start(desktop, "--accuracy", "2");

        assertThat(app.awaitLine("location")).matches("location 48\\.1.* 2[0-9]000");
        assertThat(desktop.run("flatpak", "permission-show", SandboxedApp.ID)).contains("CITY");
    }

    @Test
    void permissionResetCutsItOff() throws InterruptedException {
        cutsOff("flatpak", "permission-reset", SandboxedApp.ID);
    }

    @Test
    void permissionSetToNoneCutsItOff() throws InterruptedException {
        cutsOff("flatpak", "permission-set", "location", "location", SandboxedApp.ID, "NONE", "0");
    }

    @Test
    void aWriteToTheStoreCutsItOff() throws InterruptedException {
        cutsOff(
                "gdbus",
                "call",
                "--session",
                "-d",
                Names.STORE,
                "-o",
                Names.STORE_PATH,
                "-m",
                Names.STORE + ".SetPermission",
                "location",
                "false",
                "location",
                SandboxedApp.ID,
                "['NONE', '0']");
    }

    @Test
    void removingTheRowCutsItOff() throws InterruptedException {
        cutsOff("flatpak", "permission-remove", "location", "location", SandboxedApp.ID);
    }

    /// The tool has done its work when it ends; from then on the second runs.
    private void cutsOff(String... tool) throws InterruptedException {
        var app = running();

        desktop.run(tool);
        app.awaitLine("closed", 0, ONE_SECOND);

        assertThat(app.awaitEnd()).isEqualTo(CUT_OFF);
        assertThat(app.output()).endsWith("closed");
    }

    private Program running() throws InterruptedException {
        var app = SandboxedApp.start(desktop);
        app.awaitLine("location 48.137");
        return app;
    }
}
