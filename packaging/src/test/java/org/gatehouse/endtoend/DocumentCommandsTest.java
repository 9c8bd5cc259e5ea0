package org.gatehouse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Flatpak's commands for documents, and an app in its sandbox, on our document portal.
class DocumentCommandsTest {

    private Desktop desktop;
    private Path letter;

    @BeforeEach
    void openADesktop() throws IOException, InterruptedException {
        desktop = SandboxedApp.desktop("--image", Image.ROOT.toString());
        letter = Path.of(desktop.variable("HOME"), "letter.txt");
        desktop.write("letter.txt", "dear reader");
    }

    @AfterEach
    void closeIt() throws IOException {
        desktop.close();
    }

    private String exported(String... options) throws InterruptedException {
        var command = new ArrayList<>(List.of("flatpak", "document-export"));
        command.addAll(List.of(options));
        command.add(letter.toString());
        return desktop.run(command.toArray(String[]::new)).strip();
    }

    private static String id(String path) {
        return String.valueOf(Path.of(path).resolveSibling("").getFileName());
    }

    private Program inTheApp(String... command) {
        var all = new ArrayList<>(List.of("flatpak", "--user", "run", "--command=" + command[0]));
        all.add(SandboxedApp.ID);
        all.addAll(List.of(command).subList(1, command.length));
        return desktop.start(all.toArray(String[]::new));
    }

    @Test
    void exportListShowAndUnexport() throws InterruptedException {
        var path = exported("--app=" + SandboxedApp.ID, "--allow-write");

        assertThat(Path.of(path)).hasContent("dear reader");
        assertThat(desktop.run("flatpak", "documents")).contains(id(path));
        assertThat(desktop.run("flatpak", "documents", SandboxedApp.ID)).contains(id(path));
        assertThat(desktop.run("flatpak", "document-info", letter.toString()))
                .contains("id: " + id(path))
                .contains("origin: " + letter)
                .contains(SandboxedApp.ID)
                .contains("read, write");

        desktop.run("flatpak", "document-unexport", letter.toString());

        assertThat(desktop.run("flatpak", "documents")).doesNotContain(id(path));
        assertThat(letter).exists();
    }

    @Test
    void theAppReadsItsDocumentAndNoOther() throws InterruptedException {
        var its = id(exported("--unique", "--app=" + SandboxedApp.ID));
        var others = id(exported("--unique", "--app=org.example.Other"));

        var read = inTheApp("cat", "/run/flatpak/doc/" + its + "/letter.txt");
        var refused = inTheApp("cat", "/run/flatpak/doc/" + others + "/letter.txt");
        var list = inTheApp("ls", "/run/flatpak/doc");

        assertThat(read.awaitEnd()).as(read.output()).isZero();
        assertThat(read.output()).isEqualTo("dear reader");
        assertThat(refused.awaitEnd()).isNotZero();
        assertThat(refused.output()).contains("No such file or directory");
        assertThat(list.awaitEnd()).isZero();
        assertThat(list.output()).isEqualTo(its);
    }

    @Test
    void theAppWritesOnlyWhereItMay() throws IOException, InterruptedException {
        var readable = "/run/flatpak/doc/" + id(exported("--unique", "--app=" + SandboxedApp.ID));
        var writable =
                "/run/flatpak/doc/"
                        + id(exported("--unique", "--allow-write", "--app=" + SandboxedApp.ID));

        var refused = inTheApp("sh", "-c", "echo no > " + readable + "/letter.txt");
        assertThat(refused.awaitEnd()).isNotZero();
        var written = inTheApp("sh", "-c", "echo yes > " + writable + "/letter.txt");
        assertThat(written.awaitEnd()).as(written.output()).isZero();

        assertThat(Files.readString(letter)).isEqualTo("yes\n");
    }

    @Test
    void aToolTakesADocumentBack() throws InterruptedException {
        var id = id(exported("--app=" + SandboxedApp.ID));

        desktop.run("flatpak", "permission-remove", "documents", id);

        Desktop.await("it is gone", () -> !desktop.run("flatpak", "documents").contains(id));
    }
}
