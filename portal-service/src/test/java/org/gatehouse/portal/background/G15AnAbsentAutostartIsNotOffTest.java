package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class G15AnAbsentAutostartIsNotOffTest {

    private Background background;

    @BeforeEach
    void allowTheApp() {
        background = Background.open();
        background.session().permitBackground("background", SYNC, "yes");
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void anEntryOfAnEarlierRunStaysAndIsToldOf() {
        background.unasked(background.app(), "'autostart': <true>");

        var response = background.unasked(background.app(), "");

        assertThat(response).contains("(0, {", "'autostart': <true>");
        assertThat(background.entry(SYNC)).exists();
    }

    @Test
    void anEntryOfThePersonsStays() throws IOException {
        Files.createDirectories(background.entry(SYNC).resolveSibling("x").getParent());
        Files.writeString(background.entry(SYNC), "[Desktop Entry]\nExec=sync\n");

        assertThat(background.unasked(background.app(), "")).contains("'autostart': <true>");
        assertThat(background.entryText()).isEqualTo("[Desktop Entry]\nExec=sync\n");
    }

    @Test
    void onTheConnectionThatAskedForItTheEntryGoes() {
        var app = background.app();
        background.unasked(app, "'autostart': <true>");

        assertThat(background.unasked(app, "")).contains("(0, {", "'autostart': <false>");
        assertThat(background.entries()).isEmpty();
    }

    @Test
    void falseRemovesItFromWhereverItCame() {
        background.unasked(background.app(), "'autostart': <true>");

        assertThat(background.unasked(background.app(), "'autostart': <false>"))
                .contains("(0, {", "'background': <true>", "'autostart': <false>");
        assertThat(background.entries()).isEmpty();
    }
}
