package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person picks a file for a real Flatpak app in our chooser, and takes it back.
class FilesForTheAppTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private Desktop desktop;
    private Path folder;
    private Path letter;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop =
                SandboxedApp.desktop("--image", Image.ROOT.toString(), "--screen", "1280x800");
        folder = Path.of(desktop.variable("HOME")).resolve("Letters");
        desktop.write("Letters/letter.txt", "Dear all\n");
        letter = folder.resolve("letter.txt");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    @Test
    void aFileThatWasPickedIsReadSavedAndTakenBack() throws IOException, InterruptedException {
        var app = pick("file", letter);

        assertThat(app.awaitLine("response")).startsWith("response 0 ").endsWith("/letter.txt");
        assertThat(app.awaitLine("sees").split(" ")).hasSize(2);
        assertThat(app.awaitLine("list refused"))
                .isEqualTo("list refused org.freedesktop.portal.Error.NotAllowed");
        assertThat(app.awaitLine("content")).isEqualTo("content Dear all");
        app.awaitLine("holding");
        assertThat(letter).hasContent("written by the app");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(letter));

        var document = app.awaitLine("sees").split(" ")[1];
        desktop.run("flatpak", "permission-remove", "documents", document, SandboxedApp.ID);
        app.awaitLine("lost", 0, ONE_SECOND);

        assertThat(app.awaitEnd()).isZero();
    }

    @Test
    void nothingIsSeenOfAnotherAppsDocuments() throws IOException, InterruptedException {
        desktop.write("Letters/secret.txt", "not for you\n");
        desktop.run(
                "flatpak",
                "document-export",
                "--app=org.example.Other",
                folder.resolve("secret.txt").toString());

        var app = pick("file", letter);

        assertThat(app.awaitLine("sees").split(" ")).hasSize(2);
    }

    /// Picks by keyboard and pointer: the path is typed, the button is clicked.
    private Program pick(String kind, Path path) throws InterruptedException {
        var app =
                desktop.start(
                        Map.of(),
                        "flatpak",
                        "--user",
                        "run",
                        "--command=pick-files",
                        SandboxedApp.ID,
                        kind,
                        folder.toString());
        app.awaitLine("asked");
        ChooserHand.awaitWindow(desktop).pick(path, app);
        return app;
    }
}
