package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.junit.jupiter.api.Test;

class G23AskIsUsableTest {

    @Test
    void aGrantCountsOnceAndTheRowStays() {
        try (var background = Background.open()) {
            background.session().permitBackground("background", SYNC, "ask");
            var app = background.app();

            assertThat(background.allowed(app, "'autostart': <true>"))
                    .contains("(0, {", "'background': <true>", "'autostart': <true>");

            assertThat(background.session().backgroundRows("background")).contains("'ask'");
            assertThat(background.entry(SYNC)).exists();
            assertThat(background.allowed(app, "")).contains("(0, {");
            assertThat(background.session().backend().count()).isEqualTo(2);
        }
    }
}
