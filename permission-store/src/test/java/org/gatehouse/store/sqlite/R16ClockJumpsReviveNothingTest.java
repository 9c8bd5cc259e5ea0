package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatehouse.store.AppKind;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Decision;
import org.gatehouse.store.EntryKey;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Write;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bar R16: a clock that is set ten years ahead or back, a machine that sleeps, is started anew or
/// both: no grant that was over comes back, and what was decided later wins.
class R16ClockJumpsReviveNothingTest {

    private static final EntryKey LOCATION = EntryKey.of("location", "location");
    private static final GrantKey MAPS = new GrantKey(LOCATION, AppKind.FLATPAK, "org.a.Maps");
    private static final Duration TEN_YEARS = Duration.ofDays(3650);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir Path home;

    private final SetClock clock = new SetClock();

    @Test
    void itEndsAtItsTimeWithoutAnythingElseHappening() {
        try (var opened = opened()) {
            allowForAnHour(opened);
            opened.changes.clear();

            clock.pass(HOUR);
            long due = System.nanoTime();

            Await.until("its row goes", () -> isGone(opened));
            assertThat(Duration.ofNanos(System.nanoTime() - due))
                    .isLessThan(Duration.ofMillis(1500));
            Await.until("it is told", () -> !opened.changes.isEmpty());
            assertThat(opened.ledger(1).getFirst().event().kind())
                    .isEqualTo(LedgerEvent.Kind.EXPIRED);
        }
    }

    @Test
    void aClockSetBackDoesNotMakeItLonger() {
        try (var opened = opened()) {
            allowForAnHour(opened);

            clock.jump(TEN_YEARS.negated());
            assertThat(holds(opened)).isTrue();
            clock.pass(HOUR.minus(A_MINUTE));
            assertThat(holds(opened)).isTrue();
            clock.pass(A_MINUTE);

            assertThat(holds(opened)).isFalse();
            Await.until("its row goes", () -> isGone(opened));
        }
    }

    @Test
    void sleepCounts() {
        try (var opened = opened()) {
            allowForAnHour(opened);

            // the clock on the wall stood still, which some do
            clock.pass(HOUR);
            clock.jump(HOUR.negated());

            assertThat(holds(opened)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-7300, -3650, -1, 1, 3650})
    void whatWasOverForAMomentStaysOver(long days) {
        try (var opened = opened()) {
            allowForAnHour(opened);
            clock.jump(TEN_YEARS);
            assertThat(holds(opened)).isFalse();
            Await.until("its row goes", () -> isGone(opened));

            clock.jump(Duration.ofDays(days));
            assertThat(holds(opened)).isFalse();
        }
        try (var opened = opened()) {
            assertThat(holds(opened)).isFalse();
            assertThat(isGone(opened)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3650, -1, 1, 3650})
    void anotherBootWithAnotherTimeRevivesNothing(long days) {
        try (var opened = opened()) {
            allowForAnHour(opened);
            clock.pass(Duration.ofMinutes(30));
        }
        clock.boot("boot-2");
        clock.jump(Duration.ofDays(days));

        try (var opened = opened()) {
            assertThat(holds(opened)).isFalse();
            assertThat(isGone(opened)).isTrue();

            clock.jump(Duration.ofDays(-days));
            assertThat(holds(opened)).isFalse();
        }
    }

    @Test
    void itOutlivesABootWithinItsTime() {
        try (var opened = opened()) {
            allowForAnHour(opened);
        }
        clock.boot("boot-2");
        clock.pass(Duration.ofMinutes(30));

        try (var opened = opened()) {
            assertThat(holds(opened)).isTrue();
            clock.pass(Duration.ofMinutes(30));
            assertThat(holds(opened)).isFalse();
        }
    }

    /// The ledger has seen the hour pass, though nobody was there to end the grant.
    @Test
    void acrossABootTheLedgerRemembersHowLateItWas() {
        var made = new Made(7, clock.get(), clock.time(), 0);
        var lifespan = new Lifespan.Until(clock.time() + HOUR.toSeconds());
        clock.boot("boot-2");
        clock.pass(A_MINUTE);

        long late = clock.time() + TEN_YEARS.toSeconds();
        assertThat(ExpiryRule.isOver(lifespan, made, clock.get(), late, "bus")).isTrue();
        assertThat(ExpiryRule.isOver(lifespan, made, clock.get(), clock.time(), "bus")).isFalse();
    }

    /// A clock that was far ahead for a moment, long ago, ends nothing that is decided now.
    @Test
    void whatTheLedgerSawBeforeTheDecisionSaysNothing() {
        try (var opened = opened()) {
            clock.jump(TEN_YEARS);
            opened.set("other", "id", "app", "yes");
            clock.jump(TEN_YEARS.negated());
            allowForAnHour(opened);
        }
        clock.boot("boot-2");

        try (var opened = opened()) {
            assertThat(holds(opened)).isTrue();
        }
    }

    @Test
    void whatWasDecidedLaterWinsWhateverTheClockSays() {
        var host = new GrantKey(LOCATION, AppKind.HOST, "org.a.Maps");
        try (var opened = opened()) {
            remember(opened, host, new Lifespan.Always(), List.of("EXACT", "0"));
            clock.jump(TEN_YEARS.negated());
            var snap = new GrantKey(LOCATION, AppKind.SNAP, "org.a.Maps");
            remember(opened, snap, new Lifespan.Always(), List.of("CITY", "0"));
            allowForAnHour(opened);

            clock.pass(HOUR);

            Await.until(
                    "the row is that of the newest grant that is left",
                    () ->
                            opened.words("location", "location", "org.a.Maps")
                                    .equals(List.of("CITY", "0")));
            assertThat(opened.ledger(10))
                    .extracting(each -> each.sequence())
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    private Opened opened() {
        return Opened.in(home, "bus", clock);
    }

    private void allowForAnHour(Opened opened) {
        remember(
                opened,
                MAPS,
                new Lifespan.Until(clock.time() + HOUR.toSeconds()),
                List.of("EXACT", "0"));
        assertThat(holds(opened)).isTrue();
    }

    private void remember(Opened opened, GrantKey key, Lifespan lifespan, List<String> words) {
        var grant = new Grant(words, lifespan, Decider.PERSON, "", "", false, clock.time(), 0, 0);
        opened.write(new Write.Remember(key, grant, LedgerEvent.Kind.GRANTED));
    }

    private static boolean holds(Opened opened) {
        return opened.store.decision(MAPS).filter(Decision.Granted.class::isInstance).isPresent();
    }

    private static boolean isGone(Opened opened) {
        return opened.words("location", "location", "org.a.Maps").isEmpty();
    }
}
