package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.Test;

class UseBarsTest {

    private static final long DAY = 86_400;
    private static final long TODAY = Samples.NOW.getEpochSecond() / DAY * DAY;
    private static final Times TIMES = new Times(Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    @Test
    void hasAColumnForEachDayAndTodayLast() {
        var bars = UseBars.of(List.of(new DayUse(TODAY, "location", 3)), 14, TIMES);

        assertThat(bars.columns()).hasSize(14);
        assertThat(bars.columns().getLast().day()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(bars.columns().getLast().uses()).containsEntry("location", 3L);
        assertThat(bars.columns().getFirst().total()).isZero();
    }

    @Test
    void putsTheMostUsedFirstAndCountsTheBusiestDay() {
        var bars =
                UseBars.of(
                        List.of(
                                new DayUse(TODAY, "camera", 2),
                                new DayUse(TODAY, "location", 3),
                                new DayUse(TODAY - DAY, "location", 4)),
                        14,
                        TIMES);

        assertThat(bars.permissions()).containsExactly("location", "camera");
        assertThat(bars.highest()).isEqualTo(5);
        assertThat(bars.total()).isEqualTo(9);
    }

    @Test
    void leavesOutWhatIsOlder() {
        var bars = UseBars.of(List.of(new DayUse(TODAY - 14 * DAY, "location", 3)), 14, TIMES);

        assertThat(bars.isEmpty()).isTrue();
        assertThat(bars.highest()).isEqualTo(1);
    }
}
