package org.gatehouse.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.store.sqlite.Writes.CITY;
import static org.gatehouse.store.sqlite.Writes.EXACT;
import static org.gatehouse.store.sqlite.Writes.MAPS;
import static org.gatehouse.store.sqlite.Writes.NONE;
import static org.gatehouse.store.sqlite.Writes.WEATHER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gatehouse.store.Decider;
import org.gatehouse.store.Decision;
import org.gatehouse.store.Grant;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.LedgerEvent;
import org.gatehouse.store.Lifespan;
import org.gatehouse.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nobody uses is asked for again. The store looks when it is opened, and every hour.
class UnusedGrantsTest {

    private static final int DAYS = 9;
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir Path home;

    private final SetClock clock = new SetClock();
    private int limit = DAYS;

    @Test
    void aGrantThatIsNotUsedGoes() {
        decide(MAPS, Decider.PERSON, EXACT);
        pass(DAYS);

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isEmpty();
            var newest = opened.ledger(1).getFirst().event();
            assertThat(newest.kind()).isEqualTo(LedgerEvent.Kind.LAPSED);
            assertThat(newest.text()).isEqualTo("unused for 9 days");
            assertThat(newest.app()).isEqualTo("org.a.Maps");
        }
    }

    @Test
    void itComesBackWhenThatIsTakenBackAndStays() {
        decide(MAPS, Decider.PERSON, EXACT);
        pass(DAYS);
        try (var opened = open()) {
            opened.write(new Write.Undo(0));
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
    }

    @Test
    void useKeepsIt() {
        decide(MAPS, Decider.PERSON, EXACT);
        pass(DAYS - 1);
        try (var opened = open()) {
            opened.write(
                    new Write.Note(
                            new LedgerEvent(
                                    LedgerEvent.Kind.USED,
                                    "location",
                                    "location",
                                    "flatpak",
                                    "org.a.Maps",
                                    "")));
        }
        pass(DAYS - 1);

        try (var opened = open()) {
            var grant = ((Decision.Granted) opened.store.decision(MAPS).orElseThrow()).grant();
            assertThat(grant.uses()).isEqualTo(1);
        }
    }

    @Test
    void whatSaysNoStays() {
        decide(MAPS, Decider.PERSON, NONE);
        pass(2 * DAYS);

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
    }

    @Test
    void whatAnAdministratorOrAPolicyDecidedStays() {
        decide(MAPS, Decider.ADMINISTRATOR, EXACT);
        decide(WEATHER, Decider.POLICY, CITY);
        pass(2 * DAYS);

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
            assertThat(opened.store.decision(WEATHER)).isPresent();
        }
    }

    @Test
    void nothingGoesWhereItIsOff() {
        limit = 0;
        decide(MAPS, Decider.PERSON, EXACT);
        pass(2 * DAYS);

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
    }

    @Test
    void aClockThatIsWrongForAWhileTakesNothing() {
        decide(MAPS, Decider.PERSON, EXACT);
        clock.jump(Duration.ofDays(3650));
        for (int i = 0; i < 10; i++) {
            open().close();
            clock.pass(Duration.ofMinutes(20));
            clock.jump(Duration.ofDays(i % 2 == 0 ? -3000 : 3000));
        }

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
    }

    @Test
    void aMachineThatWasOffTakesNothing() {
        decide(MAPS, Decider.PERSON, EXACT);
        clock.pass(Duration.ofDays(100));
        clock.boot("boot-2");

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isPresent();
        }
    }

    @Test
    void aMachineUsedEveryThirdDayForgetsAsWell() {
        decide(MAPS, Decider.PERSON, EXACT);
        for (int i = 0; i < DAYS / 3; i++) {
            clock.pass(A_DAY.multipliedBy(3));
            clock.boot("boot-" + i);
            open().close();
        }

        try (var opened = open()) {
            assertThat(opened.store.decision(MAPS)).isEmpty();
        }
    }

    private void decide(GrantKey key, Decider decider, List<String> words) {
        try (var opened = open()) {
            var grant =
                    new Grant(
                            words,
                            new Lifespan.Always(),
                            decider,
                            "",
                            "",
                            false,
                            clock.time(),
                            0,
                            0);
            opened.write(new Write.Remember(key, grant, LedgerEvent.Kind.GRANTED));
        }
    }

    /// Days on which the store runs for a while.
    private void pass(int days) {
        for (int i = 0; i < days; i++) {
            clock.pass(A_DAY);
            open().close();
        }
    }

    private Opened open() {
        return Opened.forgetting(home, clock, limit);
    }
}
