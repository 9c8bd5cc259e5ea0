package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentWindowsTest {

    private static final String BOXED = "org.example.Boxed";
    private static final String HOST = "org.example.Host";
    private static final long PID = 42;

    @TempDir private Path folder;
    private Path process = Path.of("/");

    @BeforeEach
    void prepare() throws IOException {
        process = folder.resolve("proc/" + PID);
        Files.createDirectories(process.resolve("root"));
        var applications = Files.createDirectories(folder.resolve("applications"));
        var entry = "[Desktop Entry]\nName=Boxed\nX-Flatpak=" + BOXED + "\n";
        Files.writeString(applications.resolve(BOXED + ".desktop"), entry);
    }

    @Test
    void givesAFlatpakTheWindowsOfItsOwnSandbox() throws IOException {
        sandbox("[Application]\nname=" + BOXED + "\n");

        assertThat(isOf(BOXED)).isTrue();
    }

    @Test
    void givesAFlatpakNoWindowOfAnother() throws IOException {
        sandbox("[Application]\nname=org.example.Other\n");

        assertThat(isOf(BOXED)).isFalse();
    }

    @Test
    void givesAFlatpakNoWindowOfTheHost() {
        assertThat(isOf(BOXED)).isFalse();
    }

    @Test
    void givesAHostProgramTheWindowsOfTheHostOnly() throws IOException {
        assertThat(isOf(HOST)).isTrue();
        sandbox("[Application]\nname=" + BOXED + "\n");
        assertThat(isOf(HOST)).isFalse();
    }

    @Test
    void givesASnapTheWindowsOfItsOwnControlGroup() throws IOException {
        Files.writeString(
                process.resolve("cgroup"),
                "0::/user.slice/user-1.slice/app.slice/snap.spot-it.spot-it-1234.scope\n");

        assertThat(isOf("snap.spot-it")).isTrue();
        assertThat(isOf("snap.spot")).isFalse();
    }

    private boolean isOf(String appId) {
        var environment = Map.of("HOME", "/nowhere", "XDG_DATA_DIRS", folder.toString());
        var apps = new InstalledApps(environment);
        return new ParentWindows(folder.resolve("proc"), apps).isOf(appId, PID);
    }

    private void sandbox(String info) throws IOException {
        Files.writeString(process.resolve("root/.flatpak-info"), info);
    }
}
