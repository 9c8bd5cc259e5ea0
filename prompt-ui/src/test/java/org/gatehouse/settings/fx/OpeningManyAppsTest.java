package org.gatehouse.settings.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fx.HeadlessSettings.fx;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ListView;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 300 apps with 1,000 grants.
class OpeningManyAppsTest {

    private static final int APPS = 300;
    private static final Duration WARM = Duration.ofSeconds(1);

    @Test
    void opensAtOnceAndKeepsOnlyTheRowsThatAreSeen(@TempDir Path folder) {
        try (var first = new HeadlessSettings(folder, new FakePermissions(Samples.usual()))) {
            first.awaitText("Weather");
        }
        var many = Samples.many(APPS);
        assertThat(many.grants()).hasSize(1000);

        long start = System.nanoTime();
        try (var screen = new HeadlessSettings(folder, new FakePermissions(many))) {
            screen.awaitText("Application 000");
            var took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(
                    "opened with 300 apps and 1,000 grants in " + took.toMillis() + " ms");

            assertThat(took).isLessThan(WARM);
            assertThat(screen.nodes(".row-cell").size()).isLessThan(40);

            HeadlessSettings.run(() -> ((ListView<?>) screen.node(".rows")).scrollTo(APPS - 1));
            screen.awaitText("Application 299");
            assertThat(fx(() -> screen.nodes(".row-cell").size())).isLessThan(40);
        }
    }
}
