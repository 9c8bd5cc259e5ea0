package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.time.Duration;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F46BackgroundServicesRunWithoutWindowsTest {

    /// Nothing of it ever opens a window.
    private static final String SERVICE =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";

    @Test
    void onceTheyHaveAskedAndWereAllowed() {
        try (var background = Background.open()) {
            assertThat(background.allowed(background.app(), "")).contains("'background': <true>");

            var service = background.sandbox("461", SERVICE);
            service.awaitLine("up");
            long judged = System.nanoTime() + Windowless.APART.plusSeconds(2).toNanos();
            Await.until("two looks", () -> System.nanoTime() > judged);

            assertThat(service.isAlive()).isTrue();
            assertThat(background.windows().notices()).isEmpty();
            Await.until(
                    "it is listed", Duration.ofSeconds(2), () -> background.list().contains(SYNC));
        }
    }
}
