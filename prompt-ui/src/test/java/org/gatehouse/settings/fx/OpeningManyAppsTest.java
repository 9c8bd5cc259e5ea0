package org.gatehouse.settings.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
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
    void opensAtOnce(@TempDir Path folder) {
        var many = Samples.many(APPS);
        assertThat(many.grants()).hasSize(1000);

        // the first is cold, and of the others the machine may be busy with something else at one
        var quickest =
                Stream.generate(() -> opening(folder))
                        .limit(4)
                        .min(Duration::compareTo)
                        .orElseThrow();

        System.out.println("300 apps, 1,000 grants: opened in " + quickest.toMillis() + " ms");
        assertThat(quickest).isLessThan(WARM);
    }

    private static Duration opening(Path folder) {
        var permissions = new FakePermissions(Samples.many(APPS));
        long start = System.nanoTime();
        try (var screen = new HeadlessSettings(folder, permissions)) {
            screen.awaitText("Application 000");
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    @Test
    void keepsOnlyTheRowsThatAreSeen(@TempDir Path folder) {
        try (var screen = new HeadlessSettings(folder, new FakePermissions(Samples.many(APPS)))) {
            screen.awaitText("Application 000");
            assertThat(screen.nodes(".row-cell").size()).isLessThan(40);

            HeadlessSettings.run(() -> ((ListView<?>) screen.node(".rows")).scrollTo(APPS - 1));
            screen.awaitText("Application 299");

            assertThat(screen.nodes(".row-cell").size()).isLessThan(40);
        }
    }
}
