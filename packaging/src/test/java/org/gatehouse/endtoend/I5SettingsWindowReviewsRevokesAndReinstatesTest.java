package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// I5, and F29, F42 and F43 by the settings window: the real window on a display, the real pointer,
/// the real store.
class I5SettingsWindowReviewsRevokesAndReinstatesTest {

    private static final String MAPS = "org.example.Maps";

    private Desktop desktop;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop = new Desktop("--display");
        SettingsHand.program(desktop, "gatehouse-permission-store");
        desktop.awaitOwner(Names.STORE);
        desktop.awaitOwner(Names.PERMISSIONS1);
        store("['EXACT', '0']");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    private void store(String row) throws InterruptedException {
        desktop.call(
                Names.STORE,
                Names.STORE_PATH,
                Names.STORE + ".SetPermission",
                "location",
                "true",
                "location",
                MAPS,
                row);
    }

    private String stored() throws InterruptedException {
        return desktop.call(
                Names.STORE,
                Names.STORE_PATH,
                Names.STORE + ".GetPermission",
                "location",
                "location",
                MAPS);
    }

    @Test
    void theSwitchRevokesAndReinstates() throws InterruptedException {
        var settings = SettingsHand.open(desktop);
        settings.showGrant("location", "", MAPS);

        settings.clickSwitchThatIsOn();
        Desktop.await("it is taken back", () -> stored().contains("NONE"));

        settings.clickSwitchThatIsOff();
        Desktop.await("it is given again", () -> stored().contains("EXACT"));
    }

    @Test
    void theWindowFollowsOtherTools() throws InterruptedException {
        var settings = SettingsHand.open(desktop);
        settings.showGrant("location", "", MAPS);
        settings.awaitSwitch(true);

        store("['NONE', '0']");

        settings.awaitSwitch(false);
    }

    @Test
    void aSecondStartRaisesTheFirstWindow() throws InterruptedException {
        SettingsHand.open(desktop);
        long first = desktop.ownerPid(SettingsHand.NAME);

        var second = SettingsHand.start(desktop);

        assertThat(second.awaitEnd()).isZero();
        assertThat(desktop.ownerPid(SettingsHand.NAME)).isEqualTo(first);
    }

    @Test
    void theProgramEndsWithItsWindow() throws InterruptedException {
        var settings = SettingsHand.open(desktop);
        // the window may be gone before the keys are let go, of which xdotool complains
        desktop.start(
                        "xdotool",
                        "search",
                        "--onlyvisible",
                        "--name",
                        "Permissions – Gate",
                        "windowfocus",
                        "--sync",
                        "key",
                        "ctrl+w")
                .awaitEnd();

        assertThat(settings.process().awaitEnd()).isZero();
    }
}
