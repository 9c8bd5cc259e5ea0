package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.time.Duration;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class F51StartingAtLoginBelongsToTheGrantTest {

    @Test
    void theEntryGoesWithIt() {
        try (var background = Background.open()) {
            background.allowed(background.app(), "'autostart': <true>");
            assertThat(background.entry(SYNC)).exists();

            background.session().permitBackground("background", SYNC, "no");

            Await.until(
                    "the entry is gone",
                    Duration.ofSeconds(2),
                    () -> background.entries().length == 0);
        }
    }
}
