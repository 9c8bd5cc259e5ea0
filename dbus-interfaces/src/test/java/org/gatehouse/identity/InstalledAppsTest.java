package org.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatehouse.protocol.AppId;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledAppsTest {

    private static final AppId MAPS = new AppId("org.example.Maps");

    @TempDir Path folder;

    @Test
    void haveADesktopFileInAnyDataFolder() throws IOException {
        var home = folder.resolve("home");
        var system = folder.resolve("system");
        var installed =
                new InstalledApps(
                        new XdgDirectories(
                                Map.of(
                                        "XDG_DATA_HOME",
                                        home.toString(),
                                        "XDG_DATA_DIRS",
                                        "/none:" + system)));
        assertThat(installed.has(MAPS)).isFalse();

        var applications = Files.createDirectories(system.resolve("applications"));
        Files.writeString(applications.resolve("org.example.Maps.desktop"), "");

        assertThat(installed.has(MAPS)).isTrue();
        assertThat(installed.has(new AppId("org.example.maps"))).isFalse();
    }
}
