package org.gatehouse.prompt.files.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.role.XdgDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    @TempDir private Path root;

    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectories(root.resolve("home"));
        Files.createDirectories(home.resolve(".config/gtk-3.0"));
        Files.createDirectories(home.resolve("Music"));
    }

    @Test
    void areHomeAndTheFoldersOfThePerson() throws IOException {
        userDirs(
                """
                # made by somebody
                XDG_MUSIC_DIR="$HOME/Music"
                XDG_VIDEOS_DIR="$HOME/gone"
                XDG_DESKTOP_DIR="$HOME/"
                XDG_PICTURES_DIR="%s"
                XDG_DOCUMENTS_DIR=$(rm -rf /)
                """
                        .formatted(Files.createDirectory(root.resolve("pic"))));

        assertThat(labels())
                .containsExactly("HOME Home", "MUSIC Music", "PICTURES pic", "SYSTEM Computer");
    }

    @Test
    void areTheBookmarksThatAreThere() throws IOException {
        var work = Files.createDirectory(root.resolve("my work"));
        Files.writeString(
                home.resolve(".config/gtk-3.0/bookmarks"),
                """
                file://%s
                file://%s/Music Listen\u202E here
                file:///gone Gone
                sftp://example.org/ Server
                nonsense
                """
                        .formatted(work.toString().replace(" ", "%20"), home));

        assertThat(labels())
                .containsExactly(
                        "HOME Home", "BOOKMARK my work", "BOOKMARK Listen here", "SYSTEM Computer");
    }

    @Test
    void areMediaWhereTheDesktopMountsThem() throws IOException {
        Files.writeString(
                root.resolve("mountinfo"),
                """
                22 1 0:21 / /proc rw - proc proc rw
                23 1 8:1 / /media rw - ext4 /dev/sda1 rw
                24 1 8:2 / /media/nobody/not\\040there rw - ext4 /dev/sdb1 rw
                broken
                """);

        assertThat(labels()).containsExactly("HOME Home", "SYSTEM Computer");
    }

    private List<String> labels() {
        var directories = new XdgDirectories(Map.of("HOME", home.toString()));
        return new Places(directories, root.resolve("mountinfo"))
                .all().stream().map(place -> place.kind() + " " + place.label()).toList();
    }

    private void userDirs(String text) throws IOException {
        Files.writeString(home.resolve(".config/user-dirs.dirs"), text);
    }
}
