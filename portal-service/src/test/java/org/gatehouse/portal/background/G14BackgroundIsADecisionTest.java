package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.junit.jupiter.api.Test;

class G14BackgroundIsADecisionTest {

    @Test
    void nothingStoredMeansADialogAndTheAnswerIsKept() {
        try (var background = Background.open()) {
            var app = background.app();

            assertThat(background.allowed(app, ""))
                    .contains("(0, {", "'background': <true>", "'autostart': <false>");

            assertThat(background.session().backgroundRows("background"))
                    .contains(SYNC)
                    .contains("'yes'");
            assertThat(background.unasked(app, "")).contains("'background': <true>");
            assertThat(background.session().backend().count()).isEqualTo(1);
        }
    }

    @Test
    void aRefusalIsKept() {
        try (var background = Background.open()) {
            var app = background.app();
            var handle = app.requestBackground("'autostart': <true>").path();

            background.session().backend().next().refuse();

            assertThat(app.fullResponse(handle))
                    .contains("(1, {", "'background': <false>", "'autostart': <false>");
            assertThat(background.session().backgroundRows("background")).contains("'no'");
            assertThat(background.entries()).isEmpty();
            assertThat(background.unasked(app, "")).contains("(1, {");
        }
    }

    @Test
    void noAnswerLeavesNoRow() {
        try (var background = Background.open()) {
            var app = background.app();
            var handle = app.requestBackground("'autostart': <true>").path();

            background.session().backend().next().dismiss();

            assertThat(app.fullResponse(handle)).contains("(1, {", "'background': <false>");
            assertThat(background.session().backgroundRows("background")).isEmpty();
            assertThat(background.entries()).isEmpty();
        }
    }
}
