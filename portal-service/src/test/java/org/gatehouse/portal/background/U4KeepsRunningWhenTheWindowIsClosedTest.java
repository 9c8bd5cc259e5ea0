package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.portal.background.Background.SYNC;

import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class U4KeepsRunningWhenTheWindowIsClosedTest {

    private static final String RUNNING =
            "trap 'echo term; exit 0' TERM; echo up; while :; do sleep 0.1; done";

    private Background background;

    @BeforeEach
    void openASession() {
        background = Background.open();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void anAllowedAppIsLeftAlone() {
        background.session().permitBackground("background", SYNC, "yes");
        background.windows().open(SYNC);
        var instance = background.sandbox("91", RUNNING);
        instance.awaitLine("up");

        background.windows().close(SYNC);
        long end = System.nanoTime() + Windowless.APART.multipliedBy(2).plusSeconds(2).toNanos();
        Await.until("two periods", () -> System.nanoTime() > end);

        assertThat(instance.isAlive()).isTrue();
        assertThat(instance.output()).containsExactly("up");
        assertThat(background.windows().notices()).isEmpty();
    }

    @Test
    void thePersonIsToldOnceOfOneThatNobodyDecidedAbout() {
        var instance = background.sandbox("92", RUNNING);
        instance.awaitLine("up");
        Await.until("a notice", () -> background.windows().notices().size() == 1);
        var notice = background.windows().notices().getFirst();

        notice.allow();

        assertThat(notice.app()).isEqualTo(SYNC);
        assertThat(notice.name()).isEqualTo("Sync");
        Await.until(
                "the answer is kept",
                () -> background.session().backgroundRows("background").contains("'yes'"));
        assertThat(instance.isAlive()).isTrue();
    }

    @Test
    void forbiddingStopsItAndIsKept() {
        var instance = background.sandbox("93", RUNNING);
        Await.until("a notice", () -> background.windows().notices().size() == 1);

        background.windows().notices().getFirst().forbid();

        instance.awaitEnd(3);
        assertThat(instance.output()).containsExactly("up", "term");
        assertThat(background.session().backgroundRows("background")).contains("'no'");
    }

    @Test
    void allowingThisInstanceKeepsNothing() {
        var instance = background.sandbox("94", RUNNING);
        Await.until("a notice", () -> background.windows().notices().size() == 1);

        background.windows().notices().getFirst().allowThisInstance();
        background.windows().open(SYNC);
        background.windows().close(SYNC);
        long end = System.nanoTime() + Windowless.APART.plusSeconds(2).toNanos();
        Await.until("two more looks", () -> System.nanoTime() > end);

        assertThat(instance.isAlive()).isTrue();
        assertThat(background.windows().notices()).hasSize(1);
        assertThat(background.session().backgroundRows("background")).isEmpty();
    }

    @Test
    void theRowAskStaysWhateverIsSaid() {
        background.session().permitBackground("background", SYNC, "ask");
        var instance = background.sandbox("95", RUNNING);
        Await.until("a notice", () -> background.windows().notices().size() == 1);

        background.windows().notices().getFirst().forbid();

        instance.awaitEnd(3);
        assertThat(background.session().backgroundRows("background")).contains("'ask'");
    }

    @Test
    void theNoticeGoesWithTheInstance() {
        var instance = background.sandbox("96", RUNNING);
        Await.until("a notice", () -> background.windows().notices().size() == 1);

        instance.close();

        Await.until("it is taken back", () -> background.windows().notices().getFirst().isClosed());
    }
}
