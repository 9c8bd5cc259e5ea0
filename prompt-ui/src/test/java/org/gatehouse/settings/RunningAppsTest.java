package org.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.gatehouse.settings.Permissions.Failure.Kind;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What runs now: followed as it changes, and ended.
class RunningAppsTest {

    private final FakePermissions permissions = new FakePermissions(Samples.usual());
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Model> shown = new ArrayList<>();
    private final SettingsSession session =
            new SettingsSession(permissions, Runnable::run, work::add, shown::add);

    private void workIsDone() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @BeforeEach
    void start() {
        session.start();
        workIsDone();
    }

    private RunningApp clocks() {
        return session.model().snapshot().runningOf(Samples.CLOCKS).getFirst();
    }

    private List<RunningApp> allButClocks() {
        return permissions.now().running().stream()
                .filter(each -> !each.key().equals(Samples.CLOCKS))
                .toList();
    }

    private String message() {
        return session.model().message().orElseThrow().text();
    }

    @Nested
    class AreFollowed {

        @Test
        void withoutReadingAnythingElse() {
            // what a whole reading would bring along
            var before = session.model().snapshot().sequence();

            permissions.runs(allButClocks());
            workIsDone();

            assertThat(permissions.calls).containsExactly("running");
            assertThat(session.model().snapshot().runningOf(Samples.CLOCKS)).isEmpty();
            assertThat(session.model().snapshot().sequence()).isEqualTo(before);
        }

        @Test
        void onceForManyChanges() {
            for (int i = 0; i < 1000; i++) {
                permissions.runs(allButClocks());
            }

            assertThat(work).hasSize(1);
        }
    }

    @Nested
    class AStop {

        @Test
        void isSeenBeforeItIsMade() {
            session.changes().stop(clocks());

            assertThat(session.model().stopping()).containsExactly(clocks().instance());
            assertThat(permissions.calls).isEmpty();
        }

        @Test
        void isMadeAndSaidAndOffersNoUndo() {
            session.changes().stop(clocks());
            workIsDone();

            assertThat(permissions.calls).containsExactly("stop org.gnome.clocks 1201");
            assertThat(message()).isEqualTo("Clocks is asked to end");
            assertThat(session.model().message().orElseThrow().undo()).isZero();
        }

        @Test
        void isUnderWayUntilTheAppHasEnded() {
            session.changes().stop(clocks());
            workIsDone();
            permissions.runs(permissions.now().running());
            workIsDone();
            assertThat(session.model().stopping()).isNotEmpty();

            permissions.runs(allButClocks());
            workIsDone();

            assertThat(session.model().stopping()).isEmpty();
        }

        @Test
        void ofWhatHasEndedMeanwhileSaysSo() {
            var clocks = clocks();
            permissions.runs(allButClocks());

            session.changes().stop(clocks);
            workIsDone();

            assertThat(message()).isEqualTo("Clocks has ended already");
        }

        @Test
        void thatFailsCanBeTriedAgain() {
            permissions.fail(Kind.OTHER);

            session.changes().stop(clocks());
            workIsDone();

            assertThat(session.model().stopping()).isEmpty();
            assertThat(message()).startsWith("That did not work");
        }
    }
}
