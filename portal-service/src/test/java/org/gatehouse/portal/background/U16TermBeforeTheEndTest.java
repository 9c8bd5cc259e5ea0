package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class U16TermBeforeTheEndTest {

    private static final String TIDY =
            "trap 'echo term; sleep 1; echo saved; exit 0' TERM; echo up;"
                    + " while :; do sleep 0.1; done";

    @Test
    void theAppThatLosesTheBackgroundHasTimeToSave() {
        try (var background = Background.open()) {
            background.session().permitBackground("background", SYNC, "yes");
            var instance = background.sandbox("161", TIDY);
            instance.awaitLine("up");
            long judged = System.nanoTime() + Windowless.APART.plusSeconds(2).toNanos();
            Await.until("two looks", () -> System.nanoTime() > judged);

            background.session().permitBackground("background", SYNC, "no");

            instance.awaitEnd(8);
            assertThat(instance.output()).containsExactly("up", "term", "saved");
        }
    }
}
