package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class SetStatusTest {

    private static final String SAY =
            "gdbus call --session -d org.freedesktop.portal.Desktop"
                    + " -o /org/freedesktop/portal/desktop"
                    + " -m org.freedesktop.portal.Background.SetStatus"
                    + " \"{'message': <'Syncing'>}\" && echo said; sleep 600";

    @Test
    void isShownWithTheInstanceThatSaidIt() {
        try (var background = Background.open()) {
            background.session().permitBackground("background", Background.SYNC, "yes");

            var instance = background.sandbox("121", SAY);
            instance.awaitLine("said");

            Await.until(
                    "shown",
                    Duration.ofSeconds(2),
                    () -> background.list().contains("'message': <'Syncing'>"));
            assertThat(background.list()).contains("'instance': <'121'>");
        }
    }
}
