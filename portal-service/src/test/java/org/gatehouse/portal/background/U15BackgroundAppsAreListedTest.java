package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

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

    private String list() {
        return background.list();
    }
}
