package org.gatehouse.settings.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.prompt.fx.FxScreen;
import org.gatehouse.settings.Page;
import org.gatehouse.settings.Permissions;
import org.gatehouse.settings.SettingsSession;
import org.gatehouse.settings.fake.Samples;
import org.gatehouse.testing.Await;

/// The real window on JavaFX's headless platform, with the toolkit's robot as the person. It is
/// always the moment of the samples.
final class HeadlessSettings implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    final SettingsWindow window;
    final Stage stage;
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final CompletableFuture<SettingsSession> session = new CompletableFuture<>();
    private final Robot robot;

    HeadlessSettings(Path folder, Permissions permissions) {
        System.setProperty("glass.platform", "Headless");
        startToolkit(folder);
        var environment = Map.of("HOME", folder.toString(), "XDG_DATA_DIRS", folder.toString());
        window =
                fx(() ->
                        new SettingsWindow(
                                new Stage(),
                                shown -> {
                                    var made =
                                            new SettingsSession(
                                                    permissions, Platform::runLater, work, shown);
                                    session.complete(made);
                                    return made;
                                },
                                new AppIcons(new InstalledApps(environment)),
                                CLOCK));
        stage = window.stage();
        robot = fx(Robot::new);
        run(() -> {
            window.start();
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    private static void startToolkit(Path folder) {
        try {
            FxScreen.startToolkit(folder.resolve("javafx"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    SettingsSession session() {
        return session.join();
    }

    void go(Page page) {
        run(() -> window.go(page));
        settle();
    }

    /// Waits until everything that was begun is shown.
    void settle() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture.runAsync(() -> {}, work).join();
            run(() -> {});
        }
        run(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    void dark() {
        run(() -> stage.getScene().getPreferences().setColorScheme(ColorScheme.DARK));
    }

    void light() {
        run(() -> stage.getScene().getPreferences().setColorScheme(ColorScheme.LIGHT));
    }

    void size(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    List<Node> nodes(String selector) {
        return fx(() ->
                stage.getScene().getRoot().lookupAll(selector).stream()
                        .filter(HeadlessSettings::isShown)
                        .toList());
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
        var found = nodes(selector);
        if (found.isEmpty()) {
            throw new AssertionError("nothing is " + selector);
        }
        return found.getFirst();
    }

    /// Every text that is seen.
    List<String> texts() {
        return fx(() ->
                stage.getScene().getRoot().lookupAll("*").stream()
                        .filter(HeadlessSettings::isShown)
                        .filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text != null && !text.isEmpty())
                        .toList());
    }

    void awaitText(String text) {
        Await.until(text + " is seen", () -> texts().contains(text));
    }

    /// The node that an assistive technology reads as `says`.
    Node saying(String says) {
        return fx(() ->
                stage.getScene().getRoot().lookupAll("*").stream()
                        .filter(HeadlessSettings::isShown)
                        .filter(node -> says.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing says " + says)));
    }

    void click(Node node) {
        // what has just appeared has no place before the next layout
        settle();
        run(() -> {
            var bounds = node.localToScreen(node.getLayoutBounds());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
        settle();
    }

    void type(KeyCode... keys) {
        for (var key : keys) {
            run(() -> robot.keyPress(key));
            run(() -> robot.keyRelease(key));
        }
        settle();
    }

    void typeWith(KeyCode modifier, KeyCode key) {
        run(() -> robot.keyPress(modifier));
        run(() -> robot.keyPress(key));
        run(() -> robot.keyRelease(key));
        run(() -> robot.keyRelease(modifier));
        settle();
    }

    /// Writes what is seen to a PNG.
    ///
    /// @param scale 2 is a screen at 200 %
    void picture(Path file, double scale) {
        settle();
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
        run(stage::hide);
        work.shutdown();
    }
}
