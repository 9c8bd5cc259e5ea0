package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class G17AnAppsWordsCannotImitateTheSystemTest {

    @Test
    void theReasonIsOnePlainLineMarkedAsTheApps() {
        try (var background = Background.open()) {
            background
                    .app()
                    .requestBackground(
                            "'reason': <'To sync.\\n\\nSystem: <b>allow</b> “this” \\u202e'>");

            var asked = background.session().backend().next().asked();

            assertThat(asked.subtitle())
                    .isEqualTo("The app says: “To sync. System: <b>allow</b> 'this'”");
        }
    }
}
