package org.gatehouse.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.prompt.Arming.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArmingTest {

    private static final long MS = Duration.ofMillis(1).toNanos();

    /// Any origin: the clock of the JVM may well be negative.
    private static final long T0 = Long.MAX_VALUE - 100 * MS;

    /// Something that happened.
    record Happening(Event event, int afterMillis) {}

    @Test
    void doesNotCountBeforeTheWindowIsShownAndFocused() {
        var shown = Arming.unseen().after(Event.SHOWN, T0);
        var focused = Arming.unseen().after(Event.FOCUSED, T0);

        assertThat(shown.counts(T0 + 5000 * MS)).isFalse();
        assertThat(focused.counts(T0 + 5000 * MS)).isFalse();
        assertThat(shown.armedAt()).isEmpty();
    }

    @Test
    void countsEightHundredMillisecondsAfterTheLaterOfTheTwo() {
        var arming = calm();

        assertThat(arming.counts(T0 + 799 * MS)).isFalse();
        assertThat(arming.counts(T0 + 800 * MS)).isTrue();
        assertThat(arming.armedAt()).hasValue(T0 + 800 * MS);
    }

    @Test
    void countsInANoticeWithoutTheFocusButNotBeforeItsTime() {
        var shown = Arming.unseenNotice().after(Event.SHOWN, T0);

        assertThat(Arming.unseenNotice().counts(T0)).isFalse();
        assertThat(shown.counts(T0 + 799 * MS)).isFalse();
        assertThat(shown.counts(T0 + 800 * MS)).isTrue();
        assertThat(shown.after(Event.COVERED, T0 + 900 * MS).counts(T0 + 5000 * MS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {"MOVED", "RESIZED"})
    void waitsAgainAfterAMoveOrAResize(Event event) {
        var arming = calm().after(event, T0 + 900 * MS);

        assertThat(arming.counts(T0 + 1000 * MS)).isFalse();
        assertThat(arming.counts(T0 + 1700 * MS)).isTrue();
    }

    @Test
    void neverCountsWhileCoveredAndWaitsAgainAfterwards() {
        var covered = calm().after(Event.COVERED, T0 + 900 * MS);
        var free = covered.after(Event.UNCOVERED, T0 + 5000 * MS);

        assertThat(covered.counts(T0 + 4000 * MS)).isFalse();
        assertThat(free.counts(T0 + 5100 * MS)).isFalse();
        assertThat(free.counts(T0 + 5800 * MS)).isTrue();
    }

    @Test
    void neverCountsWithoutTheFocusAndWaitsAgainAfterwards() {
        var elsewhere = calm().after(Event.UNFOCUSED, T0 + 900 * MS);
        var back = elsewhere.after(Event.FOCUSED, T0 + 5000 * MS);

        assertThat(elsewhere.counts(T0 + 4000 * MS)).isFalse();
        assertThat(back.counts(T0 + 5799 * MS)).isFalse();
        assertThat(back.counts(T0 + 5800 * MS)).isTrue();
    }

    @Test
    void doesNotCountAPressThatBeganBeforeTheLastEvent() {
        var moved = calm().after(Event.MOVED, T0 + 2000 * MS);

        assertThat(moved.counts(T0 + 1000 * MS)).isFalse();
    }

    @Property(seed = "1")
    void aPressCountsOnlyAfterEightHundredCalmMilliseconds(
            @ForAll("histories") List<Happening> history, @ForAll("pauses") int pause) {
        var arming = Arming.unseen();
        long now = T0;
        for (var happening : history) {
            now += happening.afterMillis() * MS;
            arming = arming.after(happening.event(), now);
        }

        boolean counts = arming.counts(now + pause * MS);

        boolean settled = arming.shown() && arming.focused() && !arming.covered();
        assertThat(counts).isEqualTo(settled && pause >= 800);
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Event.class), Arbitraries.integers().between(0, 2000))
                .as(Happening::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Integer> pauses() {
        return Arbitraries.integers().between(0, 2000);
    }

    private static Arming calm() {
        return Arming.unseen().after(Event.SHOWN, T0 - 500 * MS).after(Event.FOCUSED, T0);
    }
}
