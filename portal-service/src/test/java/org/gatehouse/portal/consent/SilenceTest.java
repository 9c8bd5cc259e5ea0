package org.gatehouse.portal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final String QUESTION = "location of maps";

    private long now;
    private final Silence silence = new Silence(() -> TimeUnit.SECONDS.toNanos(now));

    @Test
    void followsThreeRefusalsWithinAMinuteForHalfAMinute() {
        refusedAt(0);
        refusedAt(30);
        assertThat(silence.holds(QUESTION)).isFalse();

        refusedAt(59);

        assertThat(silence.holds(QUESTION)).isTrue();
        assertThat(silence.holds("another question")).isFalse();
        now = 88;
        assertThat(silence.holds(QUESTION)).isTrue();
        now = 89;
        assertThat(silence.holds(QUESTION)).isFalse();
    }

    @Test
    void doesNotFollowRefusalsThatAreFurtherApart() {
        refusedAt(0);
        refusedAt(31);

        refusedAt(61);

        assertThat(silence.holds(QUESTION)).isFalse();
    }

    private void refusedAt(long second) {
        now = second;
        silence.refused(QUESTION);
    }
}
