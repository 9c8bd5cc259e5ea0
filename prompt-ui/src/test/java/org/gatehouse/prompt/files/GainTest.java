package org.gatehouse.prompt.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GainTest {

    private static final FileMode FILES = new FileMode.OpenFiles(true);
    private static final FileMode FOLDERS = new FileMode.OpenFolders(false);

    @Test
    void saysReadOrReadAndChange() {
        assertThat(Gain.sentence("Maps", FILES, List.of("a.map"), false))
                .isEqualTo("Maps will be able to read “a.map”, and no other file.");
        assertThat(Gain.sentence("Maps", FILES, List.of("a.map", "b.map"), true))
                .isEqualTo("Maps will be able to read and change these 2 files, and no others.");
    }

    @Test
    void saysThatAFolderIsHandedOverWithEverythingInIt() {
        assertThat(Gain.sentence("Maps", FOLDERS, List.of("Music"), false))
                .isEqualTo("Maps will be able to read the folder “Music” and everything in it.");
    }

    @Test
    void saysWhatIsWritten() {
        assertThat(Gain.sentence("Maps", new FileMode.SaveFile("x"), List.of("x"), true))
                .isEqualTo("Maps will be able to write “x” and to read it again.");
        assertThat(
                        Gain.sentence(
                                "Maps",
                                new FileMode.SaveFiles(List.of("a", "b", "c")),
                                List.of(),
                                true))
                .startsWith("Maps will write “a” and 2 more files into this folder.");
    }

    @Test
    void keepsBothEndsOfALongName() {
        var name = "A".repeat(50) + "-final.pdf.exe";

        assertThat(Gain.sentence("Maps", FILES, List.of(name), false)).contains("…inal.pdf.exe”");
    }

    @Test
    void takesNoWordOfTheAppThatMeansTheOpposite() {
        assertThat(new FileWords("", "_Cancel").acceptOr("_Open")).isEqualTo("_Open");
        assertThat(new FileWords("", "x".repeat(41)).acceptOr("_Open")).isEqualTo("_Open");
        assertThat(new FileWords("", "_Attach").acceptOr("_Open")).isEqualTo("_Attach");
    }
}
