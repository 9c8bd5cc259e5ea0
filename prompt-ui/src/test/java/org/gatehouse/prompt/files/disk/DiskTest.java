package org.gatehouse.prompt.files.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.Entry.Kind;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir private Path folder;

    @Test
    void namesThatAreNoTextAreReadShownAndFoundAgain() throws Exception {
        var path = here().child("caf\u00e9");
        Files.createFile(path.toPath());

        var entries = FolderReader.read(here(), _ -> {});

        assertThat(entries).extracting(Entry::path).containsExactly(path);
        assertThat(entries.getFirst().label()).isEqualTo("caf\uFFFD");
        assertThat(FileUri.of(entries.getFirst().path())).endsWith("/caf%E9");
        assertThat(Files.exists(entries.getFirst().path().toPath())).isTrue();
    }

    @Test
    void tellsFoldersFilesAndTheRest() throws Exception {
        Files.createDirectory(folder.resolve("a folder"));
        Files.writeString(folder.resolve("file"), "12345");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
        run("mkfifo", folder.resolve("pipe").toString());

        var entries = FolderReader.read(here(), _ -> {});

        assertThat(entries)
                .extracting(entry -> entry.label() + " " + entry.kind() + " " + entry.size())
                .contains("file FILE 5", "link FILE 5", "nowhere OTHER 0", "pipe OTHER 0")
                .anyMatch(line -> line.startsWith("a folder FOLDER"));
    }

    @Test
    void saysInWordsWhyAFolderCannotBeRead() throws IOException {
        var file = folder.resolve("file");
        Files.createFile(file);

        assertThatThrownBy(() -> FolderReader.read(here().child("gone"), _ -> {}))
                .isInstanceOf(FolderTrouble.class)
                .hasMessage("This folder is not there any more");
        assertThatThrownBy(() -> FolderReader.read(HostPath.of(file), _ -> {}))
                .hasMessage("This is not a folder");
    }

    @Test
    void tellsAboutAFileThatHasGone() {
        assertThat(FolderReader.entry(here().child("gone")).kind()).isEqualTo(Kind.OTHER);
    }

    private HostPath here() {
        return HostPath.of(folder);
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
