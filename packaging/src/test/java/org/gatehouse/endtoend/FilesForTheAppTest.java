package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person picks a file for a real Flatpak app in our chooser, and takes it back.
class FilesForTheAppTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    /// Below the names of the columns.
    private static final int FIRST_ROW = 163;

    private static final int NO_ROW = 0;

    private Desktop desktop;
    private Path folder;
    private Path letter;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop = SandboxedApp.desktop("--image", Image.ROOT.toString(), "--display");
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
        var app = pick("file", FIRST_ROW);

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
        desktop.write("Secrets/secret.txt", "not for you\n");
        desktop.run(
                "flatpak",
                "document-export",
                "--app=org.example.Other",
                folder.resolveSibling("Secrets/secret.txt").toString());

        var app = pick("file", FIRST_ROW);

        assertThat(app.awaitLine("sees").split(" ")).hasSize(2);
    }

    /// A folder is handed over read-only unless the person says more.
    @Test
    void aFolderThatWasPickedIsReadAndNotChanged() throws InterruptedException {
        var app = pick("folder", NO_ROW);

        assertThat(app.awaitLine("entries")).isEqualTo("entries letter.txt");
        assertThat(app.awaitLine("refused")).isEqualTo("refused EACCES");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private Program pick(String kind, int row) throws InterruptedException {
        var app =
                desktop.start(
                        "flatpak",
                        "--user",
                        "run",
                        "--command=pick-files",
                        SandboxedApp.ID,
                        kind,
                        folder.toString());
        app.awaitLine("asked");
        Pointer.pick(desktop, app, row);
        return app;
    }
}
