package org.gatehouse.prompt.fx.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.WindowSystem;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.files.FileAnswer;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.prompt.fx.FxScreen;
import org.gatehouse.prompt.fx.FxWindows;
import org.gatehouse.testing.Await;

/// The real window on JavaFX's headless platform, with the toolkit's robot as the person.
final class HeadlessChooser implements AutoCloseable {

    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    final List<FileAnswer> answers = new CopyOnWriteArrayList<>();
    final Stage stage;
    private final PromptScreen.Shown shown;
    private final Robot robot;

    HeadlessChooser(Map<String, String> environment, FileQuestion question) {
        System.setProperty("glass.platform", "Headless");
        start(Path.of(environment.getOrDefault("XDG_CACHE_HOME", "/nowhere")));
        robot = fx(Robot::new);
        var windows = new FxWindows(WindowSystem.unknown());
        var screen = new FxFileScreen(new InstalledApps(environment), windows, environment);
        shown =
                screen.show(
                        question,
                        new PromptScreen.Course<>() {
                            @Override
                            public void answered(FileAnswer answer) {
                                answers.add(answer);
                            }

                            @Override
                            public void noRoom() {
                                throw new AssertionError("no room");
                            }
                        });
        Await.until("a window is shown", () -> fx(() -> !Window.getWindows().isEmpty()));
        stage = fx(() -> (Stage) Window.getWindows().getLast());
    }

    private static void start(Path cache) {
        try {
            FxScreen.startToolkit(cache.resolve("javafx"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void awaitArmed() {
        Await.until(
                "the buttons answer",
                () -> fx(() -> node(".deny").getPseudoClassStates().contains(READY)));
    }

    /// Waits until a text is seen.
    void awaitText(String text) {
        Await.until(text + " is seen in " + texts(), () -> texts().contains(text));
    }

    void awaitAnswer() {
        Await.until("there is an answer", () -> !answers.isEmpty());
    }

    List<String> texts() {
        return fx(() -> {
            layOut();
            return stage.getScene().getRoot().lookupAll("*").stream()
                    .filter(HeadlessChooser::isShown)
                    .filter(Labeled.class::isInstance)
                    .map(node -> ((Labeled) node).getText())
                    .filter(text -> text != null && !text.isEmpty())
                    .toList();
        });
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    Node node(String selector) {
        return fx(() ->
                stage.getScene().getRoot().lookupAll(selector).stream()
                        .filter(HeadlessChooser::isShown)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing is " + selector)));
    }

    Node saying(String says) {
        return fx(() ->
                stage.getScene().getRoot().lookupAll("*").stream()
                        .filter(HeadlessChooser::isShown)
                        .filter(node -> says.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing says " + says)));
    }

    void click(Node node) {
        clicks(node, 1);
    }

    void doubleClick(Node node) {
        clicks(node, 2);
    }

    private void clicks(Node node, int times) {
        run(this::layOut);
        run(() -> {
            var bounds = node.localToScreen(node.getLayoutBounds());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            for (int i = 0; i < times; i++) {
                robot.mouseClick(MouseButton.PRIMARY);
            }
        });
    }

    void type(KeyCode... keys) {
        for (var key : keys) {
            run(() -> robot.keyPress(key));
            run(() -> robot.keyRelease(key));
        }
    }

    void typeWith(KeyCode modifier, KeyCode key) {
        run(() -> robot.keyPress(modifier));
        type(key);
        run(() -> robot.keyRelease(modifier));
    }

    /// How many windows there are, open lists of choices as well.
    int windows() {
        return fx(() -> Window.getWindows().size());
    }

    void focusFiles() {
        run(() -> node(".file-pane").requestFocus());
    }

    /// Types into the field that has the focus.
    void typeText(String text) {
        run(() -> ((TextField) stage.getScene().getFocusOwner()).appendText(text));
    }

    /// Waits until a picture of a file is seen.
    void awaitPicture() {
        Await.until(
                "a picture is seen",
                () ->
                        fx(() -> {
                            layOut();
                            return stage.getScene().getRoot().lookup(".preview-picture ImageView")
                                    != null;
                        }));
    }

    /// The button of a place.
    Node place(String label) {
        Await.until("the places are seen", () -> texts().contains(label));
        return fx(() ->
                stage.getScene().getRoot().lookupAll(".place").stream()
                        .filter(node -> label.equals(((Labeled) node).getText()))
                        .findFirst()
                        .orElseThrow());
    }

    void dark(boolean dark) {
        var scheme = dark ? ColorScheme.DARK : ColorScheme.LIGHT;
        run(() -> stage.getScene().getPreferences().setColorScheme(scheme));
    }

    /// Gives the content of the window another size.
    void size(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Await.until(
                "the window has its size", () -> fx(() -> stage.getScene().getWidth() == width));
        run(this::layOut);
    }

    private void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    /// Writes what is seen to a PNG.
    ///
    /// @param scale 2 is a screen at 200 %
    void picture(Path file, double scale) {
        run(this::layOut);
        run(this::layOut);
        var image =
                fx(() -> {
                    var parameters = new SnapshotParameters();
                    parameters.setTransform(new Scale(scale, scale));
                    parameters.setFill(stage.getScene().getFill());
                    return stage.getScene().getRoot().snapshot(parameters, null);
                });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void run(Runnable action) {
        fx(() -> {
            action.run();
            return "";
        });
        fx(() -> "");
    }

    static <T> T fx(Supplier<T> action) {
        if (Platform.isFxApplicationThread()) {
            return action.get();
        }
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

    @Override
    public void close() {
        shown.close();
        Await.until("the window is gone", () -> fx(() -> Window.getWindows().isEmpty()));
    }
}
