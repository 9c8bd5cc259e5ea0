package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.portal.fake.Desktop;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;

class AStoppedAppIsShownTest {

    @Test
    void toThePersonWithTheWayToAllowItAgain() {
        try (var background = Background.open();
                var desktop = new Desktop(background.session().bus().connect())) {
            background.session().permitBackground("background", SYNC, "no");
            var instance = background.sandbox("501", "echo up; exec sleep 600");
            instance.awaitEnd(25);
            Await.until("a notice", () -> desktop.notices().size() == 1);
            assertThat(desktop.notices()).containsExactly("Sync was stopped");

            desktop.press(1);

            Await.until("the settings", () -> desktop.opened().size() == 1);
            assertThat(desktop.opened().getFirst())
                    .contains("show-grant", "background", "flatpak", SYNC);
        }
    }
}
