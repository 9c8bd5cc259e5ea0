package org.gatehouse.ctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.gatehouse.ctl.text.Times.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    /// Wednesday noon in Berlin, where it is winter.
    private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

    private final Times times = new Times(Clock.fixed(NOON, ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @CsvSource({
        "+2h, 2026-11-25T13:00:00Z",
        "2h, 2026-11-25T13:00:00Z",
        "1d12h, 2026-11-26T23:00:00Z",
        "1w, 2026-12-02T11:00:00Z",
        "-30m, 2026-11-25T10:30:00Z",
        "now, 2026-11-25T11:00:00Z",
        "today, 2026-11-24T23:00:00Z",
        "tomorrow, 2026-11-25T23:00:00Z",
        "yesterday, 2026-11-23T23:00:00Z",
        "tomorrow 18:00, 2026-11-26T17:00:00Z",
        "18:00, 2026-11-25T17:00:00Z",
        "06:00, 2026-11-26T05:00:00Z",
        "2026-12-01, 2026-11-30T23:00:00Z",
        "2026-12-01 18:00, 2026-12-01T17:00:00Z",
        "2026-12-01T18:00:30, 2026-12-01T17:00:30Z",
        "2026-12-01T18:00:00Z, 2026-12-01T18:00:00Z",
        "2026-12-01T18:00:00+05:00, 2026-12-01T13:00:00Z",
        "@1795000000, 2026-11-18T11:06:40Z",
    })
    void readsWhatPeopleType(String typed, Instant expected) {
        assertThat(times.parse(typed, Direction.FUTURE)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2h, 2026-11-25T09:00:00Z",
        "18:00, 2026-11-24T17:00:00Z",
        "+2h, 2026-11-25T13:00:00Z"
    })
    void looksBackWhereThePastIsMeant(String typed, Instant expected) {
        assertThat(times.parse(typed, Direction.PAST)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "+",
                "2x",
                "25:00",
                "2026-13-01",
                "tomorrow noon",
                "@",
                "99999999999s",
                "1h2"
            })
    void refusesEverythingElse(String typed) {
        assertThat(times.parse(typed, Direction.FUTURE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T06:05:00Z, today 07:05",
        "2026-11-26T06:05:00Z, tomorrow 07:05",
        "2026-11-24T06:05:00Z, yesterday 07:05",
        "2026-03-01T06:05:00Z, 1 Mar 07:05",
        "2025-12-24T06:05:00Z, 24 Dec 2025",
    })
    void saysATimeAsPeopleDo(Instant time, String expected) {
        assertThat(times.shown(time.getEpochSecond())).isEqualTo(expected);
    }

    @Test
    void nothingAndNonsenseAreNever() {
        assertThat(times.shown(0)).isEqualTo("never");
        assertThat(times.shown(Long.MAX_VALUE)).isEqualTo("never");
        assertThat(times.shown(-1)).isEqualTo("never");
    }
}
