package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.junit.jupiter.api.Test;

class U6StartsAtLoginTest {

    @Test
    void gatehouseWritesTheEntryItself() {
        try (var background = Background.open()) {
            assertThat(background.allowed(background.app(), "'autostart': <true>"))
                    .contains("'autostart': <true>");

            assertThat(background.entryText()).contains("\nExec=flatpak run " + SYNC + "\n");
        }
    }

    @Test
    void orHasItStartedByActivationWhereTheAppWantsThat() {
        try (var background = Background.open()) {
            background.allowed(background.app(), "'autostart': <true>, 'dbus-activatable': <true>");

            assertThat(background.entryText()).contains("\nDBusActivatable=true\n");
        }
    }
}
