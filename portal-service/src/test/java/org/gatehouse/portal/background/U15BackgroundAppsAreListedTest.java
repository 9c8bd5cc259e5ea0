package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class U15BackgroundAppsAreListedTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String SLEEPING = "echo up; sleep 600";

    private Background background;

    @BeforeEach
    void openASession() {
        background = Background.open();
        background.session().permitBackground("background", SYNC, "yes");
        Await.until("the monitor answers", () -> list().startsWith("(<"));
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void withTheirIdAndInstanceAsTheyComeAndGo() {
        assertThat(list()).isEqualTo("(<@aa{sv} []>,)\n");
        var instance = background.sandbox("101", SLEEPING);
        instance.awaitLine("up");

        Await.until("listed", TWO_SECONDS, () -> list().contains("'app_id': <'" + SYNC + "'>"));
        assertThat(list()).contains("'instance': <'101'>").doesNotContain("message");

        instance.close();
        Await.until("gone", TWO_SECONDS, () -> list().equals("(<@aa{sv} []>,)\n"));
    }

    @Test
    void onlyWhileTheyHaveNoWindow() {
        background.windows().open(SYNC);
        background.sandbox("102", SLEEPING).awaitLine("up");

        background.windows().close(SYNC);
        Await.until("listed", TWO_SECONDS, () -> list().contains(SYNC));
        background.windows().open(SYNC);

        Await.until("gone", TWO_SECONDS, () -> !list().contains(SYNC));
    }

    @Test
    void nothingIsLookedAtWhileNothingChanges() {
        background.sandbox("103", SLEEPING).awaitLine("up");
        Await.until("listed", TWO_SECONDS, () -> list().contains(SYNC));
        long settled = System.nanoTime() + Windowless.APART.plusSeconds(1).toNanos();
        Await.until("two looks", () -> System.nanoTime() > settled);
        int looks = background.windows().looks();

        long later = System.nanoTime() + Windowless.APART.toNanos();
        Await.until("a while", () -> System.nanoTime() > later);

        assertThat(background.windows().looks()).isEqualTo(looks);
    }

    @Test
    void newsOfWhatIsNoAppAskTheBackendNothing() throws IOException {
        background.sandbox("104", SLEEPING).awaitLine("up");
        Await.until("listed", TWO_SECONDS, () -> list().contains(SYNC));
        awaitNanos(Windowless.APART.plusSeconds(1).toNanos());
        int looks = background.windows().looks();

        var runtime = background.session().bus().environment().getOrDefault("XDG_RUNTIME_DIR", "/");
        Files.createDirectory(Path.of(runtime, ".flatpak", "no-instance"));
        awaitNanos(TWO_SECONDS.toNanos());

        assertThat(background.windows().looks()).isEqualTo(looks);
    }

    private static void awaitNanos(long nanos) {
        long end = System.nanoTime() + nanos;
        Await.until("a while", () -> System.nanoTime() > end);
    }

    private String list() {
        return background.list();
    }
}
