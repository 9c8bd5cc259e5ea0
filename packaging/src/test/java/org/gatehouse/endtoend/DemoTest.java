package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Our own dialog, clicked by a pointer on a display of its own.
    @Test
    void theDemoEndsWithSuccess() throws InterruptedException {
        var builder = new ProcessBuilder(Image.script("demo"));
        builder.environment().remove("DISPLAY");
        try (var demo = new Program(builder)) {
            assertThat(demo.awaitEnd(PATIENCE)).as(demo.output()).isZero();
            assertThat(demo.output())
                    .contains("The app received: 48.137000 11.575000", "The app was cut off")
                    .contains("All of this happened.");
        }
    }
}
