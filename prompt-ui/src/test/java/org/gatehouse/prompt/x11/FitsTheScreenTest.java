package org.gatehouse.prompt.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.service.Portal.HANDLE;

import java.util.List;
import org.gatehouse.prompt.service.Portal;
import org.gatehouse.prompt.service.PromptRole;
import org.gatehouse.testing.Await;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitsTheScreenTest {

    private static final double ALLOW = 0.75;

    @ParameterizedTest
    @CsvSource({"1280, 800, 2", "1024, 600, 1"})
    void whateverTheTextsSayAndTheButtonsAreInReach(int width, int height, int scale) {
        try (var desktop = new Desktop(width + "x" + height);
                var portal = Portal.on(desktop.session)) {
            desktop.prompt(scale);
            Await.until(
                    "the prompt role is there",
                    () -> portal.bus.peers().owner(PromptRole.NAME).isPresent());

            var pending = portal.askAtLength(HANDLE);
            var window = desktop.newWindow(List.of());

            var size = desktop.size(window);
            assertThat(size[0]).isBetween(scale * 400, width);
            assertThat(size[1]).isBetween(scale * 200, height);
            Await.until(
                    "the click on Allow is answered",
                    () -> {
                        desktop.clickButtons(window, size, ALLOW);
                        return pending.isDone();
                    });
            assertThat(pending.join().response().intValue()).isZero();
        }
    }
}
