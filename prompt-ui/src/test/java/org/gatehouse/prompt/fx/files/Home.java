package org.gatehouse.prompt.fx.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;

/// The home folder of a person with some files, and an installed app.
final class Home {

    static final String WRITER = "org.example.Writer";

    final Path folder;
    private final Path root;

    Home(Path root) {
        this.root = root;
        folder = root.resolve("home/ada");
        try {
            fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        var apps = Files.createDirectories(root.resolve("share/applications"));
        Files.writeString(
                apps.resolve(WRITER + ".desktop"),
                "[Desktop Entry]\nType=Application\nName=Writer\nExec=true\nIcon=%s\n"
                        .formatted(WRITER));
        icon(root.resolve("share/icons/hicolor/128x128/apps"));
        for (var name : List.of("Desktop", "Documents", "Downloads", "Music", "Pictures")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createDirectories(folder.resolve(".config/gtk-3.0"));
        Files.writeString(
                folder.resolve(".config/user-dirs.dirs"),
                """
                XDG_DESKTOP_DIR="$HOME/Desktop"
                XDG_DOCUMENTS_DIR="$HOME/Documents"
                XDG_DOWNLOAD_DIR="$HOME/Downloads"
                XDG_MUSIC_DIR="$HOME/Music"
                XDG_PICTURES_DIR="$HOME/Pictures"
                """);
        Files.createDirectories(folder.resolve("Documents/Letters"));
        Files.writeString(
                folder.resolve(".config/gtk-3.0/bookmarks"),
                "file://" + folder + "/Documents/Letters Letters to Bob\n");
        write("Documents/Budget 2026.ods", 48_213, 20);
        write("Documents/Chapter 2.odt", 93_000, 12);
        write("Documents/Chapter 10.odt", 1_204_000, 2);
        write("Documents/Holiday at the sea.jpg", 3_400_000, 30);
        write("Documents/Manuscript.pdf", 812_345, 9);
        write("Documents/backup.tar.gz", 52_000_000, 200);
        write("Documents/notes.txt", 812, 0);
        write("Documents/script.py", 4_301, 3);
        write("Documents/song.ogg", 5_100_000, 400);
        write("Documents/video.mp4", 640_000_000, 60);
        write("Documents/.hidden", 10, 1);
        write("notes.txt", 12, 1);
        Files.writeString(
                folder.resolve("Documents/notes.txt"),
                "Things to do\n\n- water the plants\n- write to Bob\n- fix the bicycle\n");
        picture("Pictures/Sunrise.png", 0xFFE8A04C, 0xFF3D5A98);
        picture("Pictures/Meadow.png", 0xFF7FB3E6, 0xFF4E8F3A);
        picture("Pictures/Rose.png", 0xFFF4E3D7, 0xFFB3384B);
        picture("Pictures/Snow.png", 0xFFB9CBE0, 0xFFF6F8FB);
        picture("Pictures/Night.png", 0xFF1B2440, 0xFF3A4A38);
        picture("Pictures/Dunes.png", 0xFFF2D9A6, 0xFFC98A3D);
        picture("Pictures/Sea.png", 0xFFDCEBF5, 0xFF2C7DA0);
    }

    void write(String name, int size, int daysAgo) throws IOException {
        var file = folder.resolve(name);
        try (var out =
                Files.newByteChannel(
                        file,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE)) {
            out.position(size - 1);
            out.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        var time = Instant.parse("2026-03-14T09:26:00Z").minusSeconds(86_400L * daysAgo);
        Files.setLastModifiedTime(file, FileTime.from(daysAgo == 0 ? Instant.now() : time));
    }

    private static void icon(Path folder) throws IOException {
        var image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x2C7DA0));
        pen.fillRoundRect(4, 4, 120, 120, 36, 36);
        pen.setColor(Color.WHITE);
        pen.fillRect(34, 36, 60, 8);
        pen.fillRect(34, 56, 60, 8);
        pen.fillRect(34, 76, 38, 8);
        pen.dispose();
        ImageIO.write(
                image, "png", Files.createDirectories(folder).resolve(WRITER + ".png").toFile());
    }

    private void picture(String name, int above, int below) throws IOException {
        var image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double hill = 230 + 60 * Math.sin(x / 110.0);
                image.setRGB(x, y, y < hill ? above : below);
            }
        }
        Files.createDirectories(folder.resolve("Pictures"));
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    /// Writes down that files have been used, the first one last.
    void remember(String... names) throws IOException {
        var bookmarks = new StringBuilder("<?xml version=\"1.0\"?><xbel version=\"1.0\">");
        int second = 59;
        for (var name : names) {
            var uri = FileUri.of(path(name));
            var time = "2026-03-14T09:26:" + second-- + "Z";
            bookmarks.append("<bookmark href=\"%s\" visited=\"%s\"/>".formatted(uri, time));
        }
        var data = Files.createDirectories(folder.resolve(".local/share"));
        Files.writeString(data.resolve("recently-used.xbel"), bookmarks + "</xbel>");
    }

    HostPath path(String name) {
        return new HostPath(folder.resolve(name).toString());
    }

    Map<String, String> environment() {
        return Map.of(
                "HOME",
                folder.toString(),
                "XDG_CACHE_HOME",
                root.resolve("cache").toString(),
                "XDG_DATA_DIRS",
                root.resolve("share") + ":/usr/share",
                "LANG",
                "C.UTF-8");
    }
}
