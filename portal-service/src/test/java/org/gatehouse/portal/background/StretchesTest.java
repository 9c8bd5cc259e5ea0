package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.portal.background.Stretches.Stretch;
import org.gatehouse.protocol.AppId;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final Instant START = Instant.ofEpochSecond(1_000);
    private static final FlatpakInstance SYNC =
            new FlatpakInstance(new AppId("a.b"), "1", 1, 0, Descriptor.owning(-1), "pid:[1]");

    private final Stretches stretches = new Stretches();

    @Test
    void oneIsFromTheFirstLookWithoutAWindowToTheFirstWithOne() {
        assertThat(stretches.look(Set.of(SYNC), START)).isEmpty();
        assertThat(stretches.look(Set.of(SYNC), START.plusSeconds(60))).isEmpty();

        assertThat(stretches.look(Set.of(), START.plusSeconds(90)))
                .containsExactly(new Stretch(SYNC, START, START.plusSeconds(90)));
        assertThat(stretches.look(Set.of(), START.plusSeconds(95))).isEmpty();
    }

    @Test
    void theMomentsBeforeTheFirstWindowAreNone() {
        stretches.look(Set.of(SYNC), START);

        assertThat(stretches.look(Set.of(), START.plusSeconds(4))).isEmpty();
    }

    @Test
    void theNextBeginsAnew() {
        stretches.look(Set.of(SYNC), START);
        stretches.look(Set.of(), START.plusSeconds(10));
        stretches.look(Set.of(SYNC), START.plusSeconds(20));

        assertThat(stretches.look(Set.of(), START.plusSeconds(30)))
                .containsExactly(new Stretch(SYNC, START.plusSeconds(20), START.plusSeconds(30)));
    }
}
