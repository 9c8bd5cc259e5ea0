package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fake.Samples.MAPS;
import static org.gatehouse.settings.fake.Samples.location;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.gatehouse.settings.Model.Status;
import org.gatehouse.settings.Permissions.Failure.Kind;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsSessionTest {

    private final FakePermissions permissions =
            new FakePermissions(Samples.usual()).with(Samples.ledger(), Samples.days());
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Model> shown = new ArrayList<>();
    private final SettingsSession session =
            new SettingsSession(permissions, Runnable::run, work::add, shown::add);

    private void workIsDone() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void started() {
        session.start();
        workIsDone();
    }

    private GrantRow mapsLocation() {
        return session.model().snapshot().grant(location(MAPS)).orElseThrow();
    }

    @Test
    void isLoadingUntilEverythingHasBeenRead() {
        session.start();
        assertThat(session.model().status()).isEqualTo(Status.LOADING);

        workIsDone();

        assertThat(session.model().status()).isEqualTo(Status.READY);
        assertThat(session.model().snapshot().apps()).hasSize(8);
    }

    @Nested
    class AChange {

        @Test
        void isSeenBeforeItIsMade() {
            started();

            session.changes().decide(mapsLocation(), Decision.deny());

            assertThat(mapsLocation().verdict()).isEqualTo(Verdict.DENY);
            assertThat(permissions.calls).isEmpty();
        }

        @Test
        void isOfferedToBeUndone() {
            started();

            session.changes().decide(mapsLocation(), Decision.deny());
            workIsDone();

            assertThat(permissions.calls).containsExactly("revoke location org.gnome.Maps");
            assertThat(session.model().message())
                    .hasValueSatisfying(message -> {
                        assertThat(message.text()).isEqualTo("Location taken back from Maps");
                        assertThat(message.undo()).isPositive();
                    });
        }

        @Test
        void isUndone() {
            started();
            session.changes().decide(mapsLocation(), Decision.deny());
            workIsDone();

            session.changes().undo();
            workIsDone();

            assertThat(permissions.calls).last().asString().startsWith("undo ");
            assertThat(mapsLocation().isAllowed()).isTrue();
        }

        @Test
        void andItsOppositeDoNotConflictWithEachOther() {
            started();

            session.changes().decide(mapsLocation(), Decision.deny());
            session.changes().decide(mapsLocation(), Decision.allow(mapsLocation()));
            workIsDone();

            assertThat(permissions.calls).hasSize(2);
            assertThat(mapsLocation().isAllowed()).isTrue();
        }

        @Test
        void thatSomebodyElseForestalledIsNotMadeAndSaysSo() {
            started();
            var other = Samples.grant("location", MAPS, "Maps", Verdict.ALLOW, "city");
            permissions.changedElsewhere(other);

            session.changes().decide(mapsLocation(), Decision.deny());
            // what the other program did is told of only after the person's click
            var own = work.stream().toList().getLast();
            work.clear();
            own.run();
            workIsDone();

            assertThat(permissions.calls).isEmpty();
            assertThat(mapsLocation().level()).isEqualTo("city");
            assertThat(session.model().message().orElseThrow().text())
                    .startsWith("Another program changed this meanwhile");
        }
    }

    @Nested
    class WithoutAService {

        @Test
        void saysSoAndTriesAgainWhenAsked() {
            permissions.fail(Kind.GONE);
            started();
            assertThat(session.model().status()).isEqualTo(Status.GONE);

            permissions.fail(null);
            session.retry();
            workIsDone();

            assertThat(session.model().status()).isEqualTo(Status.READY);
        }

        @Test
        void goesOnByItselfWhenItComes() {
            permissions.fail(Kind.GONE);
            started();

            permissions.fail(null);
            permissions.comesOrGoes(true);
            workIsDone();

            assertThat(session.model().status()).isEqualTo(Status.READY);
        }

        @Test
        void saysThatItMayNotWhereItMayNot() {
            permissions.fail(Kind.REFUSED);

            started();

            assertThat(session.model().status()).isEqualTo(Status.REFUSED);
        }
    }

    @Test
    void readsAgainWhatAnotherProgramChanges() {
        started();

        permissions.changedElsewhere(
                Samples.grant("location", MAPS, "Maps", Verdict.ALLOW, "city"));
        workIsDone();

        assertThat(mapsLocation().level()).isEqualTo("city");
    }

    @Test
    void readsOnceForManyChanges() {
        started();
        for (int i = 0; i < 1000; i++) {
            permissions.changedElsewhere(mapsLocation());
        }

        assertThat(work).hasSize(1);
    }

    @Nested
    class TheHistory {

        @Test
        void isReadPageByPage() {
            started();
            session.open(new Page.Past(Filter.ALL));
            workIsDone();
            assertThat(session.model().history().rows()).hasSize(SettingsSession.PAGE);

            session.older();
            workIsDone();

            assertThat(session.model().history().rows())
                    .hasSize(2 * SettingsSession.PAGE)
                    .extracting(LedgerRow::sequence)
                    .doesNotHaveDuplicates();
        }

        @Test
        void endsWhereNothingIsOlder() {
            started();
            session.open(new Page.Past(Filter.ALL));
            workIsDone();

            for (int i = 0; i < 20; i++) {
                session.older();
                workIsDone();
            }

            assertThat(session.model().history().rows()).hasSize(400);
            assertThat(session.model().history().complete()).isTrue();
        }

        @Test
        void ofAnAppIsOnlyThatOfTheApp() {
            started();

            session.deeper(new Page.App(MAPS, ""));
            workIsDone();

            assertThat(session.model().history().rows())
                    .isNotEmpty()
                    .allMatch(row -> row.key().app().equals(MAPS));
        }
    }

    @Nested
    class AWaitingQuestion {

        @Test
        void isAnswered() {
            started();
            var question = session.model().snapshot().waiting().getFirst();

            session.changes().answer(question, new Decision(Verdict.ALLOW, "city", "always", 0));
            workIsDone();

            assertThat(permissions.calls).containsExactly("answer 1 allow city");
            assertThat(session.model().snapshot().waiting()).hasSize(1);
        }

        @Test
        void isTakenOffTheList() {
            started();

            session.changes().dismiss(session.model().snapshot().waiting().getLast());
            workIsDone();

            assertThat(permissions.calls).containsExactly("dismiss 2");
        }
    }

    @Test
    void goesBackToWhereThePersonCameFrom() {
        started();
        session.open(new Page.Permissions());
        session.deeper(new Page.Permission("location"));
        session.deeper(new Page.App(MAPS, "location"));

        session.back();
        assertThat(session.model().page()).isEqualTo(new Page.Permission("location"));
        session.back();
        session.back();
        assertThat(session.model().page()).isEqualTo(new Page.Permissions());
    }

    @Test
    void endsTheSearchBeforeItGoesBack() {
        started();
        session.deeper(new Page.Permission("location"));
        session.search("maps");

        session.back();

        assertThat(session.model().page()).isEqualTo(new Page.Permission("location"));
        assertThat(session.model().query()).isEmpty();
    }

    @Test
    void remembersThatTheUnusedOnesWereRead() {
        permissions.holds(Samples.withUnused(Samples.usual()));
        started();

        session.changes().unusedWasRead();
        workIsDone();

        assertThat(permissions.calls).containsExactly("unused 480");
        assertThat(session.model().snapshot().unused()).isEmpty();
    }
}
