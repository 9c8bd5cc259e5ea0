package org.gatehouse.prompt.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatehouse.prompt.Answer;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.testing.Await;

/// The real windows on JavaFX's headless platform, with the toolkit's robot as the person.
final class HeadlessScreen implements AutoCloseable {

    private static final int ATTEMPTS = 10;
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    final List<Answer> answers = new CopyOnWriteArrayList<>();

    private final FxScreen screen;
    private final Robot robot;
    private final List<PromptScreen.Shown> shown = new CopyOnWriteArrayList<>();

    HeadlessScreen(Path folder) {
        System.setProperty("glass.platform", "Headless");
        start(folder);
        var environment = Map.of("HOME", folder.toString(), "XDG_DATA_DIRS", folder.toString());
        screen =
                new FxScreen(new InstalledApps(environment), new FxWindows(WindowSystem.unknown()));
        robot = fx(Robot::new);
    }

    private static void start(Path folder) {
        try {
            FxScreen.startToolkit(folder.resolve("javafx"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Shows a question and waits for its window.
    Stage show(Prompt prompt) {
        int before = windows().size();
        shown.add(
                screen.show(
                        prompt,
                        new PromptScreen.Course<Answer>() {
                            @Override
                            public void answered(Answer answer) {
                                answers.add(answer);
                            }

                            @Override
                            public void noRoom() {
                                throw new AssertionError("no room");
                            }
                        }));
        Await.until("a window is shown", () -> windows().size() == before + 1);
        return (Stage) windows().getLast();
    }

    /// Shows a question, or does what makes its buttons wait again, and presses them at once. On a
    /// machine that was too slow for that, it is done anew.
    ///
    /// @param begin gives the window whose buttons wait
    /// @return that window, still waiting; no press has counted
    Stage pressTooEarly(Supplier<Stage> begin, Consumer<Stage> presses) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var stage = begin.get();
            presses.accept(stage);
            if (!isArmed(stage) && answers.isEmpty()) {
                return stage;
            }
            startAgain();
        }
        throw new AssertionError("a press counted too early, or the machine is too slow");
    }

    private void startAgain() {
        release();
        letGo(KeyCode.SPACE);
        takeBack();
        answers.clear();
    }

    /// Shows a question and waits until its buttons answer.
    Stage showArmed(Prompt prompt) {
        var stage = show(prompt);
        awaitArmed(stage);
        return stage;
    }

    void awaitArmed(Stage stage) {
        Await.until("the buttons answer", () -> isArmed(stage));
    }

    boolean isArmed(Stage stage) {
        return fx(() -> node(stage, ".allow").getPseudoClassStates().contains(READY));
    }

    List<Window> windows() {
        return fx(() -> List.copyOf(Window.getWindows()));
    }

    /// The first node that a selector finds.
    Node node(Stage stage, String selector) {
        return nodes(stage, selector).getFirst();
    }

    List<Node> nodes(Stage stage, String selector) {
        var found = List.copyOf(stage.getScene().getRoot().lookupAll(selector));
        if (found.isEmpty()) {
            throw new AssertionError("nothing is " + selector);
        }
        return found;
    }

    void click(Stage stage, String selector) {
        press(stage, selector);
        release();
    }

    void click(Node node) {
        run(() -> {
            moveTo(node);
            robot.mouseClick(MouseButton.PRIMARY);
        });
    }

    void press(Stage stage, String selector) {
        run(() -> {
            moveTo(node(stage, selector));
            robot.mousePress(MouseButton.PRIMARY);
        });
    }

    void moveTo(Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
    }

    void release() {
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    void type(KeyCode... keys) {
        for (var key : keys) {
            hold(key);
            letGo(key);
        }
    }

    void hold(KeyCode key) {
        run(() -> robot.keyPress(key));
    }

    void letGo(KeyCode key) {
        run(() -> robot.keyRelease(key));
    }

    Scene scene(Stage stage) {
        return fx(stage::getScene);
    }

    /// Runs something on the toolkit's thread, and what it causes as well.
    void run(Runnable action) {
        fx(() -> {
            action.run();
            return "";
        });
        fx(() -> "");
    }

    static <T> T fx(Supplier<T> action) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(action.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void takeBack() {
        shown.forEach(PromptScreen.Shown::close);
        shown.clear();
        Await.until("the windows are gone", () -> windows().isEmpty());
    }

    @Override
    public void close() {
        takeBack();
    }
}
