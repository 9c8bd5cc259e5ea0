package org.gatehouse.prompt.fx.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileQuestion;

/// Draws every mode and state of the file chooser into PNG files, for people who change how it
/// looks: `ChooserGallery FOLDER [NAME-PART]`.
public final class ChooserGallery {

    private final Path folder;
    private final String part;
    private final Home home;

    private ChooserGallery(Path folder, String part) throws Exception {
        this.folder = folder;
        this.part = part;
        home = new Home(Files.createTempDirectory("gallery"));
    }

    public static void main(String[] arguments) throws Exception {
        var gallery =
                new ChooserGallery(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
        try {
            gallery.draw();
        } finally {
            Platform.exit();
        }
    }

    private void draw() {
        var documents = home.path("Documents");
        draw("open", Questions.of(new FileMode.OpenFiles(false), documents), this::pickNotes);
        draw(
                "open-grid",
                Questions.of(new FileMode.OpenFiles(false), documents),
                window -> window.click(window.saying("As a grid")));
        draw(
                "open-options",
                Questions.of(new FileMode.OpenFiles(true), documents, Questions.MUCH, "Pick some"),
                _ -> {});
        draw("folder", Questions.of(new FileMode.OpenFolders(false), documents), _ -> {});
        draw(
                "save",
                Questions.of(
                        new FileMode.SaveFile("Letter.odt"), documents, Questions.NOTHING, "Save"),
                _ -> {});
        draw(
                "save-all",
                Questions.of(
                        new FileMode.SaveFiles(List.of("a.txt", "notes.txt")),
                        documents,
                        Questions.NOTHING,
                        "Save"),
                _ -> {});
    }

    private void pickNotes(HeadlessChooser window) {
        window.click(window.saying("notes.txt"));
    }

    private void draw(String name, FileQuestion question, Consumer<HeadlessChooser> arrange) {
        if (!name.contains(part)) {
            return;
        }
        for (var dark : List.of(false, true)) {
            try (var window = new HeadlessChooser(home.environment(), question)) {
                window.dark(dark);
                window.awaitArmed();
                arrange.accept(window);
                var file = name + (dark ? "-dark" : "");
                window.picture(folder.resolve(file + ".png"), 1);
                if (!dark) {
                    window.size(640, 380);
                    window.picture(folder.resolve(name + "-200.png"), 2);
                }
            }
        }
    }
}
