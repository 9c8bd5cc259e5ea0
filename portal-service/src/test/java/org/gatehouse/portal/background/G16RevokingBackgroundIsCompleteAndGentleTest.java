package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import java.time.Duration;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class G16RevokingBackgroundIsCompleteAndGentleTest {

    private static final String GENTLE =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";
    private static final String STUBBORN =
            "trap 'echo term' TERM; echo up; while :; do sleep 0.1; done";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private Background background;

    @BeforeEach
    void allowTheApp() {
        background = Background.open();
        background.session().permitBackground("background", SYNC, "yes");
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void theEntryGoesWhateverToolSaysNo() {
        background.unasked(background.app(), "'autostart': <true>");

        background.session().permitBackground("background", SYNC, "no");

        Await.until("the entry is gone", A_SECOND, () -> background.entries().length == 0);
    }

    @Test
    void theEntryGoesWithTheRow() {
        background.unasked(background.app(), "'autostart': <true>");

        background.session().store("DeletePermission", "background", "background", SYNC);

        Await.until("the entry is gone", A_SECOND, () -> background.entries().length == 0);
    }

    @Test
    void theEntryGoesWhenStartingAtLoginAloneIsTakenBack() {
        var app = background.app();
        background.unasked(app, "'autostart': <true>");

        background.session().permitBackground("autostart", SYNC, "no");

        Await.until("the entry is gone", A_SECOND, () -> background.entries().length == 0);
        assertThat(background.unasked(app, "'autostart': <true>"))
                .contains("'background': <true>", "'autostart': <false>");
    }

    @Test
    void theAppIsAskedToEndAndEnds() {
        var instance = background.sandbox("71", GENTLE);
        instance.awaitLine("up");
        awaitJudged();

        background.session().permitBackground("background", SYNC, "no");

        instance.awaitEnd(3);
        assertThat(instance.output()).containsExactly("up", "term");
    }

    @Test
    void theAppThatDoesNotEndIsKilledAfterTheGrace() {
        var instance = background.sandbox("72", STUBBORN);
        instance.awaitLine("up");
        awaitJudged();

        background.session().permitBackground("background", SYNC, "no");
        instance.awaitLine("term");
        long asked = System.nanoTime();
        instance.awaitEnd(15);

        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(14));
        assertThat(instance.output()).containsExactly("up", "term");
    }

    @Test
    void theAppWithAWindowGoesOnUntilItIsClosed() {
        background.windows().open(SYNC);
        var instance = background.sandbox("73", GENTLE);
        instance.awaitLine("up");

        background.session().permitBackground("background", SYNC, "no");
        awaitJudged();
        assertThat(instance.isAlive()).isTrue();
        background.windows().close(SYNC);

        instance.awaitEnd(10);
        assertThat(instance.output()).containsExactly("up", "term");
    }

    /// Two looks, and a little more.
    private void awaitJudged() {
        long end = System.nanoTime() + Windowless.APART.plusSeconds(2).toNanos();
        Await.until("two looks", () -> System.nanoTime() > end);
    }
}
