package org.gatehouse.prompt.fx.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.testing.Await;

/// Measures how long a folder takes from the key to its first line on the screen, and how long the
/// toolkit's thread was busy at most meanwhile: `OpeningAFolder ENTRIES ROUNDS`. Prints
/// milliseconds.
public final class OpeningAFolder {

    private final HeadlessChooser window;

    private OpeningAFolder(HeadlessChooser window) {
        this.window = window;
    }

    public static void main(String[] arguments) throws Exception {
        var home = new Home(Files.createTempDirectory("opening"));
        int entries = Integer.parseInt(arguments[0]);
        fill(home.folder.resolve("Documents/Letters"), entries);
        var question = Questions.of(new FileMode.OpenFiles(false), home.path("Documents"));
        try (var window = new HeadlessChooser(home.environment(), question)) {
            window.awaitArmed();
            new OpeningAFolder(window).measure(Integer.parseInt(arguments[1]));
        } finally {
            Platform.exit();
        }
    }

    private static void fill(Path folder, int entries) throws Exception {
        for (int i = 1; i <= entries; i++) {
            Files.createFile(folder.resolve("file " + i + ".txt"));
        }
    }

    private void measure(int rounds) {
        var times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            window.type(KeyCode.HOME);
            long began = System.nanoTime();
            window.type(KeyCode.ENTER);
            double longest = 0;
            while (!isSeen("file 1.txt")) {
                long asked = System.nanoTime();
                HeadlessChooser.run(() -> {});
                longest = Math.max(longest, millis(asked));
            }
            times[i] = millis(began);
            System.out.printf("round %d: %.0f ms, busy %.0f ms%n", i, times[i], longest);
            window.type(KeyCode.BACK_SPACE);
            Await.until("we are back", () -> isSeen("Letters"));
        }
        Arrays.sort(times);
        System.out.printf("median %.0f ms%n", times[rounds / 2]);
    }

    private boolean isSeen(String name) {
        return HeadlessChooser.fx(() ->
                window.stage.getScene().getRoot().lookupAll(".line .file-name").stream()
                        .filter(label -> label.getParent().isVisible())
                        .anyMatch(label -> name.equals(((Labeled) label).getText())));
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
