package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class G14PolicyDecidesTest {

    private static final String RUNNING =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";

    @Test
    void allowMeansNoQuestionAndANoticeWhenItRuns() {
        try (var background = Background.under("allow")) {
            assertThat(background.unasked(background.app(), "'autostart': <true>"))
                    .contains("(0, {", "'background': <true>", "'autostart': <true>");
            var instance = background.sandbox("111", RUNNING);
            Await.until("a notice", () -> background.windows().notices().size() == 1);

            assertThat(instance.isAlive()).isTrue();
            assertThat(background.session().backend().count()).isZero();
            assertThat(background.session().backgroundRows("background")).isEmpty();
        }
    }

    @Test
    void denyMeansNoQuestionAndItIsStoppedWhenItRuns() {
        try (var background = Background.under("deny")) {
            assertThat(background.unasked(background.app(), "'autostart': <true>"))
                    .contains("(1, {", "'background': <false>", "'autostart': <false>");
            var instance = background.sandbox("112", RUNNING);
            instance.awaitLine("up");
            instance.awaitEnd(20);

            assertThat(instance.output()).containsExactly("up", "term");
            assertThat(background.entries()).isEmpty();
            assertThat(background.session().backend().count()).isZero();
            assertThat(background.session().backgroundRows("background")).isEmpty();
        }
    }

    @Test
    void whereNothingCanShowAQuestionItMayRunThisTime() {
        try (var background = Background.open()) {
            background.session().backend().close();

            assertThat(background.unasked(background.app(), "'autostart': <true>"))
                    .contains("(0, {", "'background': <true>", "'autostart': <true>");

            assertThat(background.entry(SYNC)).exists();
            assertThat(background.session().backgroundRows("background")).isEmpty();
        }
    }
}
