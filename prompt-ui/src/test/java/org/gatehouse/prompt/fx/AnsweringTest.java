package org.gatehouse.prompt.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.prompt.fx.HeadlessScreen.fx;

import com.sun.javafx.stage.WindowHelper;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Answer.Allowed;
import org.gatehouse.prompt.Answer.Denied;
import org.gatehouse.prompt.Answer.Dismissed;
import org.gatehouse.prompt.Answer.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the person does with a window, by real events of the toolkit.
class AnsweringTest {

    private static final Answer PRECISE_AND_ONCE =
            new Allowed(
                    List.of(new Selection("accuracy", "exact"), new Selection("lifespan", "once")));

    private HeadlessScreen screen;

    @BeforeEach
    void open(@TempDir Path folder) {
        screen = new HeadlessScreen(folder);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Nested
    class Pointer {

        @Test
        void allows() {
            var stage = screen.showArmed(PromptSamples.location());

            screen.click(stage, ".allow");

            assertThat(screen.answers).containsExactly(PRECISE_AND_ONCE);
            assertThat(screen.windows()).isEmpty();
        }

        @Test
        void denies() {
            var stage = screen.showArmed(PromptSamples.location());

            screen.click(stage, ".deny");

            assertThat(screen.answers).containsExactly(new Denied());
        }

        @Test
        void doesNothingBeforeTheTimeHasCome() {
            screen.pressTooEarly(
                    AnsweringTest.this::shown,
                    stage -> {
                        screen.click(stage, ".allow");
                        screen.click(stage, ".deny");
                    });

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void doesNothingWithAPressThatBeganBeforeTheTimeHadCome() {
            var pressed =
                    screen.pressTooEarly(
                            AnsweringTest.this::shown, stage -> screen.press(stage, ".allow"));

            screen.awaitArmed(pressed);
            screen.release();

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void doesNothingWhenItIsLetGoElsewhere() {
            var stage = screen.showArmed(PromptSamples.location());

            screen.press(stage, ".allow");
            screen.run(() -> screen.moveTo(screen.node(stage, ".deny")));
            screen.release();

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void selects() {
            var stage = screen.showArmed(PromptSamples.location());

            screen.click(fx(() -> screen.nodes(stage, ".radio-button").get(1)));
            screen.click(fx(() -> screen.nodes(stage, ".toggle-button").get(2)));
            screen.click(stage, ".allow");

            assertThat(screen.answers)
                    .containsExactly(
                            new Allowed(
                                    List.of(
                                            new Selection("accuracy", "city"),
                                            new Selection("lifespan", "always"))));
        }
    }

    @Nested
    class TheButtonsWaitAgain {

        @Test
        void afterAMove() {
            assertDeadAfter(stage -> screen.run(() -> stage.setX(stage.getX() + 1)));
        }

        @Test
        void afterAResize() {
            assertDeadAfter(stage -> screen.run(() -> stage.setHeight(stage.getHeight() + 20)));
        }

        @Test
        void afterALossOfTheFocus() {
            // The headless platform tells no window that it has lost the focus.
            assertDeadAfter(stage -> {
                screen.run(() -> WindowHelper.setFocused(stage, false));
                assertThat(screen.isArmed(stage)).isFalse();
                screen.run(() -> WindowHelper.setFocused(stage, true));
            });
        }

        private void assertDeadAfter(Consumer<Stage> event) {
            var waiting =
                    screen.pressTooEarly(
                            () -> {
                                var stage = screen.showArmed(PromptSamples.location());
                                event.accept(stage);
                                return stage;
                            },
                            stage -> screen.click(stage, ".allow"));

            screen.awaitArmed(waiting);
            screen.click(waiting, ".deny");
            assertThat(screen.answers).containsExactly(new Denied());
        }
    }

    @Nested
    class Keys {

        @Test
        void allowWithTabAndSpace() {
            screen.showArmed(PromptSamples.location());

            screen.type(KeyCode.TAB, KeyCode.SPACE);

            assertThat(screen.answers).containsExactly(PRECISE_AND_ONCE);
        }

        @Test
        void reachEveryChoice() {
            screen.showArmed(PromptSamples.location());

            screen.type(KeyCode.TAB, KeyCode.TAB, KeyCode.DOWN, KeyCode.TAB, KeyCode.RIGHT);
            screen.run(() -> focus(".allow"));
            screen.type(KeyCode.SPACE);

            assertThat(screen.answers)
                    .containsExactly(
                            new Allowed(
                                    List.of(
                                            new Selection("accuracy", "city"),
                                            new Selection("lifespan", "session"))));
        }

        @Test
        void beginAtDeny() {
            screen.showArmed(PromptSamples.location());

            screen.type(KeyCode.SPACE);

            assertThat(screen.answers).containsExactly(new Denied());
        }

        @Test
        void neverAllowWithEnter() {
            screen.showArmed(PromptSamples.location());
            screen.run(() -> focus(".allow"));

            screen.type(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void denyWithEnterAnywhereElse() {
            screen.showArmed(PromptSamples.location());
            screen.run(() -> focus(".radio-button"));

            screen.type(KeyCode.ENTER);

            assertThat(screen.answers).containsExactly(new Denied());
        }

        @Test
        void doNothingBeforeTheTimeHasCome() {
            screen.pressTooEarly(
                    AnsweringTest.this::shown,
                    _ -> screen.type(KeyCode.SPACE, KeyCode.ENTER, KeyCode.TAB, KeyCode.SPACE));

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void doNothingWhileTheyRepeat() {
            var held =
                    screen.pressTooEarly(
                            AnsweringTest.this::shown,
                            _ -> {
                                screen.run(() -> focus(".allow"));
                                screen.hold(KeyCode.SPACE);
                            });
            screen.awaitArmed(held);
            for (int i = 0; i < 20; i++) {
                screen.hold(KeyCode.SPACE);
            }
            screen.letGo(KeyCode.SPACE);

            assertThat(screen.answers).isEmpty();
        }

        @Test
        void doNotCarryAPressFromOneControlToAnother() {
            screen.showArmed(PromptSamples.location());
            screen.run(() -> focus(".radio-button"));

            screen.hold(KeyCode.SPACE);
            screen.run(() -> focus(".allow"));
            screen.hold(KeyCode.SPACE);
            screen.letGo(KeyCode.SPACE);

            assertThat(screen.answers).isEmpty();
        }

        private void focus(String selector) {
            screen.node((Stage) javafx.stage.Window.getWindows().getLast(), selector)
                    .requestFocus();
        }
    }

    @Nested
    class Dismissing {

        @Test
        void happensWithEscapeAtAnyTime() {
            screen.show(PromptSamples.location());

            screen.type(KeyCode.ESCAPE);

            assertThat(screen.answers).containsExactly(new Dismissed());
        }

        @Test
        void happensWithClosingAtAnyTime() {
            var stage = screen.show(PromptSamples.location());

            screen.run(() ->
                    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

            assertThat(screen.answers).containsExactly(new Dismissed());
            assertThat(screen.windows()).isEmpty();
        }
    }

    @Test
    void assistiveTechnologyWaitsLikeEverybodyElse() {
        var waiting = screen.pressTooEarly(this::shown, this::fireAllow);

        screen.awaitArmed(waiting);
        fireAllow(waiting);

        assertThat(screen.answers).containsExactly(PRECISE_AND_ONCE);
    }

    private void fireAllow(Stage stage) {
        screen.run(() -> ((AnswerButton) screen.node(stage, ".allow")).fire());
    }

    private Stage shown() {
        return screen.show(PromptSamples.location());
    }

    @Test
    void everyControlHasANameForAssistiveTechnology() {
        var stage = screen.show(PromptSamples.location());

        var names =
                Stream.of(".toggle-button", ".radio-button", ".button")
                        .flatMap(kind -> fx(() -> screen.nodes(stage, kind)).stream())
                        .map(Node::getAccessibleText)
                        .toList();

        assertThat(names)
                .contains("Deny", "Allow", "How precise: Precise location", "For how long: Always")
                .doesNotContainNull();
    }
}
