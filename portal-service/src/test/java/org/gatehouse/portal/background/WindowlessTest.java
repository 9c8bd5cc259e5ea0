package org.gatehouse.portal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.AppId;
import org.junit.jupiter.api.Test;

class WindowlessTest {

    private static final long SECOND = 1_000_000_000L;
    private static final FlatpakInstance SYNC =
            new FlatpakInstance(new AppId("a.b"), "1", 1, 0, Descriptor.owning(-1), "pid:[1]");

    private final Windowless windowless = new Windowless();

    @Test
    void isDueWhenSeenSoTwiceFiveSecondsApart() {
        assertThat(windowless.look(Set.of(SYNC), 0)).isEmpty();
        assertThat(windowless.nextDue(SECOND)).contains(4 * SECOND);
        assertThat(windowless.look(Set.of(SYNC), 4 * SECOND)).isEmpty();

        assertThat(windowless.look(Set.of(SYNC), 5 * SECOND)).containsExactly(SYNC);
        assertThat(windowless.judged()).containsExactly(SYNC);
    }

    @Test
    void isDueOnce() {
        windowless.look(Set.of(SYNC), 0);
        windowless.look(Set.of(SYNC), 5 * SECOND);

        assertThat(windowless.look(Set.of(SYNC), 10 * SECOND)).isEmpty();
        assertThat(windowless.nextDue(10 * SECOND)).isEqualTo(Optional.empty());
    }

    @Test
    void beginsAnewAfterAWindow() {
        windowless.look(Set.of(SYNC), 0);
        windowless.look(Set.of(), 4 * SECOND);

        assertThat(windowless.look(Set.of(SYNC), 5 * SECOND)).isEmpty();
        assertThat(windowless.look(Set.of(SYNC), 10 * SECOND)).containsExactly(SYNC);
    }
}
