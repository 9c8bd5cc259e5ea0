package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference's test variables: honoured by the testing launchers and by no other.
class TestIdentityTest {

    private static final String[] VARIABLES = {
        "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND",
        "XDG_DESKTOP_PORTAL_TEST_APP_ID",
        "XDG_DESKTOP_PORTAL_TEST_HOST_APPID",
        "XDG_DESKTOP_PORTAL_TEST_FLATPAK_METADATA",
        "XDG_DESKTOP_PORTAL_TEST_SNAP_METADATA",
        "XDG_DESKTOP_PORTAL_TEST_LINYAPS_METADATA",
        "XDG_DESKTOP_PORTAL_TEST_USB_QUERIES"
    };

    @Test
    void aProductionPortalNeitherReadsNorPassesThemOn() throws IOException, InterruptedException {
        try (var desktop = desktop(Image.PORTAL)) {
            var answer = askForTheLocation(desktop);

            assertThat(answer).as("a host program is not asked").contains("response 0");
            var environment =
                    Files.readString(
                            Path.of("/proc", "" + desktop.ownerPid(Names.PORTAL), "environ"));
            assertThat(environment).doesNotContain(VARIABLES);
            assertThat(rows(desktop)).doesNotContain(SandboxedApp.ID);
        }
    }

    @Test
    void aTestingPortalTakesTheClaimedIdentity() throws IOException, InterruptedException {
        try (var desktop = desktop(Image.testing("gatehouse-portal"))) {
            assertThat(askForTheLocation(desktop)).contains("response 0");

            assertThat(rows(desktop)).contains(SandboxedApp.ID);
        }
    }

    @Test
    void theTestingLaunchersAreNotPartOfTheImage() throws IOException {
        try (var files = Files.walk(Image.ROOT)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("testing"));
        }
    }

    private static Desktop desktop(String portal) throws IOException, InterruptedException {
        return SandboxedApp.desktop(
                "--backend",
                "grant",
                "--geoclue",
                "48.137,11.575",
                "--set",
                "XDG_DESKTOP_PORTAL_TEST_APP_INFO_KIND=flatpak",
                "--set",
                "XDG_DESKTOP_PORTAL_TEST_FLATPAK_METADATA=" + SandboxedApp.INFO,
                "--activate",
                Names.STORE + "=" + Image.STORE,
                "--activate",
                Names.PORTAL + "=" + portal);
    }

    private static String askForTheLocation(Desktop desktop) throws InterruptedException {
        var client = desktop.start(Image.script("parts/testapp/where-am-i"), "--updates", "1");
        client.awaitEnd();
        return client.output();
    }

    private static String rows(Desktop desktop) throws InterruptedException {
        return desktop.call(
                Names.STORE, Names.STORE_PATH, Names.STORE + ".Lookup", "location", "location");
    }
}
