package org.gatehouse.prompt.fx.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.gatehouse.prompt.files.FileMode;
import org.gatehouse.prompt.files.FileQuestion;
import org.gatehouse.protocol.HostPath;

/// Draws every mode and state of the file chooser into PNG files, for people who change how it
/// looks: `ChooserGallery FOLDER [NAME-PART]`.
public final class ChooserGallery {

    private static final String LONG =
            "A title that goes on and on, as if there were no end to the width of the window";
    private static final List<String> NAMES =
            List.of(
                    "A very long name that has no end and says the same thing again and again and"
                            + " again until nobody knows what it was about.final.final2.pdf",
                    "מסמך חשוב.pdf",
                    "رسالة إلى صديقي العزيز.odt",
                    "invoice_\u202Efdp.exe",
                    "two\nlines.txt",
                    "日本語のファイル.txt",
                    "Ünïcödé.txt");

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

    private void draw() throws Exception {
        var documents = home.path("Documents");
        var open = Questions.of(new FileMode.OpenFiles(false), documents);
        draw("open", open, this::pickNotes);
        draw(
                "open-path",
                open,
                window -> {
                    window.typeWith(KeyCode.CONTROL, KeyCode.L);
                    window.typeText("Ch");
                    window.awaitText("Chapter 10.odt");
                });
        draw("open-hidden", open, window -> window.typeWith(KeyCode.CONTROL, KeyCode.H));
        draw(
                "open-pictures",
                Questions.of(
                        new FileMode.OpenFiles(true),
                        home.path("Pictures"),
                        Questions.MUCH,
                        "Choose pictures for the album"),
                window -> {
                    window.click(window.saying("As a grid"));
                    window.click(window.saying("Meadow.png"));
                    window.awaitPicture();
                });
        draw(
                "open-several",
                Questions.of(new FileMode.OpenFiles(true), documents),
                window -> window.type(KeyCode.DOWN, KeyCode.A));
        draw("folder", Questions.of(new FileMode.OpenFolders(false), documents), _ -> {});
        saving(documents);
        states();
    }

    private void saving(HostPath documents) {
        var save = new FileMode.SaveFile("notes.txt");
        draw("save", Questions.of(save, documents, Questions.MUCH, "Save as"), _ -> {});
        draw(
                "save-replace",
                Questions.of(save, documents),
                window -> {
                    window.type(KeyCode.ENTER);
                    window.awaitText("Replace “notes.txt”?");
                    window.awaitArmed();
                });
        draw(
                "save-new-folder",
                Questions.of(save, documents),
                window -> {
                    window.click(window.saying("New folder"));
                    window.awaitText("New folder");
                    window.awaitArmed();
                });
        draw(
                "save-all",
                Questions.of(
                        new FileMode.SaveFiles(List.of("a.txt", "notes.txt", "c.txt")), documents),
                _ -> {});
    }

    private void states() throws Exception {
        Files.createDirectory(home.folder.resolve("Music/empty"));
        var files = new FileMode.OpenFiles(false);
        draw("empty", Questions.of(files, home.path("Music/empty")), _ -> {});
        draw("gone", Questions.of(files, home.path("Music/gone")), _ -> {});
        for (var name : NAMES) {
            home.write("Downloads/" + name, 1000, 4);
        }
        var odd = Questions.of(files, home.path("Downloads"), Questions.NOTHING, LONG);
        draw("odd-names", odd, _ -> {});
        draw("odd-names-grid", odd, window -> window.click(window.saying("As a grid")));
        for (int i = 1; i <= 10_000; i++) {
            Files.createFile(home.folder.resolve("Desktop/file " + i + ".txt"));
        }
        draw("huge", Questions.of(files, home.path("Desktop")), window -> window.type(KeyCode.END));
        home.remember("Documents/notes.txt", "Pictures/Rose.png", "Documents/Manuscript.pdf");
        draw(
                "recent",
                Questions.of(files, home.path("Documents")),
                window -> window.click(window.place("Recent")));
    }

    private void pickNotes(HeadlessChooser window) {
        window.click(window.saying("notes.txt"));
    }

    private void forget() {
        try {
            Files.deleteIfExists(
                    home.folder.resolve(".local/state/gatehouse/file-chooser/" + Home.WRITER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(String name, FileQuestion question, Consumer<HeadlessChooser> arrange) {
        if (!name.contains(part)) {
            return;
        }
        for (var dark : List.of(false, true)) {
            forget();
            try (var window = new HeadlessChooser(home.environment(), question)) {
                window.dark(dark);
                window.awaitArmed();
                arrange.accept(window);
                var file = name + (dark ? "-dark" : "");
                window.picture(folder.resolve(file + ".png"), 1);
                if (!dark) {
                    window.size(620, 360);
                    window.picture(folder.resolve(name + "-200.png"), 2);
                }
            }
        }
    }
}
