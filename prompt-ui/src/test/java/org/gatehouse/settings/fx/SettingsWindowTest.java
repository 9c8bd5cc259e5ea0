package org.gatehouse.settings.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.settings.fake.Samples.MAPS;
import static org.gatehouse.settings.fx.HeadlessSettings.fx;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatehouse.settings.Decision;
import org.gatehouse.settings.Filter;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Permissions.Failure.Kind;
import org.gatehouse.settings.Verdict;
import org.gatehouse.settings.fake.FakePermissions;
import org.gatehouse.settings.fake.Samples;
import org.gatehouse.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWindowTest {

    private final FakePermissions permissions =
            new FakePermissions(Samples.usual()).with(Samples.ledger(), Samples.days());
    private HeadlessSettings screen;

    @BeforeEach
    void open(@TempDir Path folder) {
        screen = new HeadlessSettings(folder, permissions);
        screen.awaitText("Weather");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Nested
    class TheSwitch {

        @Test
        void takesBackAndTheMessageUndoes() {
            screen.go(new Page.Permission("location"));

            screen.click(screen.saying("Location for Maps"));
            screen.awaitText("Location taken back from Maps");
            screen.click(screen.node(".undo"));

            Await.until("undone", () -> permissions.calls.size() == 2);
            assertThat(permissions.calls.getFirst()).isEqualTo("revoke location org.gnome.Maps");
            assertThat(permissions.calls.getLast()).startsWith("undo ");
        }

        @Test
        void gives() {
            screen.go(new Page.Permission("location"));

            screen.click(screen.saying("Location for Calls"));

            Await.until("given", () -> permissions.calls.size() == 1);
            assertThat(permissions.calls)
                    .containsExactly("set location im.example.Calls allow exact while-in-use");
        }

        @Test
        void opensNoPage() {
            screen.go(new Page.Permission("location"));

            screen.click(screen.saying("Location for Maps"));

            assertThat(screen.session().model().page()).isEqualTo(new Page.Permission("location"));
        }
    }

    @Nested
    class TheKeyboard {

        @Test
        void findsAnAppAndOpensIt() {
            screen.typeWith(KeyCode.CONTROL, KeyCode.F);
            screen.type(KeyCode.M, KeyCode.A, KeyCode.P, KeyCode.S);
            screen.type(KeyCode.DOWN);
            screen.type(KeyCode.ENTER);

            screen.awaitText("How it runs");
            assertThat(screen.session().model().page()).isEqualTo(new Page.App(MAPS, ""));
        }

        @Test
        void movesTheSwitchOfARowAndUndoes() {
            screen.go(new Page.Permission("location"));
            HeadlessSettings.run(() -> screen.node(".rows").requestFocus());

            screen.type(KeyCode.SPACE);
            screen.awaitText("Location taken back from Maps");
            screen.typeWith(KeyCode.CONTROL, KeyCode.Z);

            Await.until("undone", () -> permissions.calls.size() == 2);
            assertThat(permissions.calls.getLast()).startsWith("undo ");
        }

        @Test
        void goesBackWithEscape() {
            screen.go(new Page.App(MAPS, ""));

            screen.type(KeyCode.ESCAPE);

            assertThat(screen.session().model().page()).isEqualTo(new Page.Apps());
        }

        @Test
        void opensThePagesByNumberAndWalksThroughThem() {
            screen.typeWith(KeyCode.CONTROL, KeyCode.DIGIT4);
            assertThat(screen.session().model().page()).isEqualTo(new Page.Waiting());

            HeadlessSettings.run(() -> screen.saying("Waiting").requestFocus());
            screen.type(KeyCode.DOWN);

            assertThat(screen.session().model().page()).isEqualTo(new Page.Past(Filter.ALL));
        }

        @Test
        void endsTheSearchWithEscape() {
            screen.typeWith(KeyCode.CONTROL, KeyCode.F);
            screen.type(KeyCode.X, KeyCode.X);
            screen.awaitText("Nothing found");

            screen.type(KeyCode.ESCAPE);

            screen.awaitText("Weather");
            assertThat(fx(() -> ((TextField) screen.node(".text-field")).getText())).isEmpty();
        }

        @Test
        void reachesEverythingOnThePageOfAnApp() {
            screen.go(new Page.App(MAPS, "location"));
            HeadlessSettings.run(() -> screen.saying("Back").requestFocus());
            boolean reached = false;

            for (int presses = 0; presses < 20 && !reached; presses++) {
                screen.type(KeyCode.TAB);
                var owner = fx(() -> screen.stage.getScene().getFocusOwner());
                reached = "How long".equals(owner.getAccessibleText());
            }

            assertThat(reached).isTrue();
        }
    }

    @Nested
    class WithoutAService {

        @Test
        void saysSoAndGoesOnByItself() {
            permissions.fail(Kind.GONE);
            permissions.comesOrGoes(false);
            screen.awaitText("Gatehouse is not running");

            permissions.fail(null);
            permissions.comesOrGoes(true);

            screen.awaitText("Weather");
        }

        @Test
        void triesAgainWhenAsked() {
            permissions.fail(Kind.GONE);
            permissions.comesOrGoes(false);
            screen.awaitText("Gatehouse is not running");
            permissions.fail(null);

            screen.click(screen.node(".state .primary"));

            screen.awaitText("Weather");
        }
    }

    @Test
    void followsWhatAnotherProgramChanges() {
        screen.go(new Page.Permission("location"));
        screen.awaitText("Precise: within a few metres · while I use the app");

        permissions.changedElsewhere(Samples.grant("location", MAPS, "Maps", Verdict.DENY, ""));

        Await.until(
                "Maps has no location any more",
                () ->
                        !screen.texts()
                                .contains("Precise: within a few metres · while I use the app"));
    }

    @Test
    void keepsTheDetailsOpenWhileTheyChange() {
        screen.go(new Page.App(MAPS, "location"));
        screen.awaitText("Ask next time");

        permissions.changedElsewhere(
                Samples.grant("location", MAPS, "Maps", Verdict.ALLOW, "city"));

        screen.awaitText("Approximate: the city · while I use the app");
        assertThat(screen.texts()).contains("Ask next time");
    }

    @Test
    void announcesWhatWasNotUsedUntilItWasRead() {
        permissions.holds(Samples.withUnused(Samples.usual()));
        screen.awaitText("2 permissions that were not used will be asked for again");

        screen.click(screen.node(".banner .got-it"));

        Await.until("it was read", () -> permissions.calls.contains("unused 480"));
    }

    @Test
    void answersAQuestionThatWaits() {
        screen.go(new Page.Waiting());

        screen.click(screen.saying("Allow Location for Calls"));

        Await.until("answered", () -> !permissions.calls.isEmpty());
        assertThat(permissions.calls).containsExactly("answer 1 allow city");
    }

    @Test
    void readsOlderRecordsWhenTheEndIsNear() {
        screen.go(new Page.Past(Filter.ALL));
        Await.until("a page is shown", () -> rows() == 60);

        HeadlessSettings.run(() -> ((ListView<?>) screen.node(".events")).scrollTo(59));
        screen.settle();

        Await.until("older ones are shown", () -> rows() > 60);
    }

    private int rows() {
        return fx(() -> ((ListView<?>) screen.node(".events")).getItems().size());
    }

    @Test
    void hasRoomForItsSwitchesInANarrowWindow() {
        screen.size(512, 340);
        screen.go(new Page.App(Samples.LONG, ""));

        var toggle = screen.saying("Location for " + permissions.now().app(Samples.LONG).name());

        double right = fx(() -> toggle.localToScene(toggle.getLayoutBounds()).getMaxX());
        assertThat(right).isLessThan(fx(() -> screen.stage.getScene().getWidth()));
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        screen.go(new Page.App(MAPS, ""));
        permissions.fail(Kind.CONFLICT);
        var grant = permissions.now().grant(Samples.location(MAPS)).orElseThrow();

        HeadlessSettings.run(() -> screen.session().changes().decide(grant, Decision.deny()));

        Await.until(
                "it says so",
                () -> screen.texts().stream().anyMatch(text -> text.startsWith("Another program")));
    }
}
