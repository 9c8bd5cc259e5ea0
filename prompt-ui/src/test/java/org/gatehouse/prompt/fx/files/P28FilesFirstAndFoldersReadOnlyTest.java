package org.gatehouse.prompt.fx.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gatehouse.prompt.files.FileAnswer.Picked;
import org.gatehouse.prompt.files.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Picking files comes first; a whole folder says what it is and is read-only at first.
class P28FilesFirstAndFoldersReadOnlyTest {

    @TempDir private Path root;

    @Test
    void aFileIsHandedOverAndNothingBesideIt() {
        var home = new Home(root);
        var asked = Questions.of(new FileMode.OpenFiles(false), home.path("Documents"));
        try (var window = new HeadlessChooser(home.environment(), asked)) {
            assertThat(window.texts()).contains("Writer – Choose a file to open");

            window.click(window.saying("notes.txt"));

            window.awaitText(
                    "Writer will be able to read and change “notes.txt”, and no other file.");
        }
    }

    @Test
    void aFolderIsReadOnlyUnlessThePersonSaysOtherwise() {
        var home = new Home(root);
        var asked = Questions.of(new FileMode.OpenFolders(false), home.path("Documents"));
        try (var window = new HeadlessChooser(home.environment(), asked)) {
            window.awaitArmed();
            window.awaitText(
                    "Writer will be able to read the folder “Documents” and everything in it.");

            window.click(window.node(".allow"));

            window.awaitAnswer();
            assertThat(((Picked) window.answers.getFirst()).writable()).isFalse();
        }
    }
}
