package org.gatehouse.prompt.files.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.prompt.files.FileUri;
import org.gatehouse.prompt.files.Place;
import org.gatehouse.prompt.files.Place.Kind;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.XdgDirectories;

/// The places of a person: home, the XDG user folders, GTK's bookmarks, mounted media.
///
/// Source: xdg-user-dirs, `user-dirs.dirs`; GTK, `bookmarks` (a URI and maybe a label in each
/// line); proc(5), `mountinfo`. Threads: any but the toolkit's.
public final class Places {

    private static final int LARGEST = 256 * 1024;
    private static final int MOST_BOOKMARKS = 100;
    private static final Map<String, Kind> USER_FOLDERS = userFolders();

    private final XdgDirectories directories;
    private final Path mounts;

    /// @param mounts `/proc/self/mountinfo`
    public Places(XdgDirectories directories, Path mounts) {
        this.directories = directories;
        this.mounts = mounts;
    }

    private static Map<String, Kind> userFolders() {
        var folders = new LinkedHashMap<String, Kind>();
        folders.put("XDG_DESKTOP_DIR", Kind.DESKTOP);
        folders.put("XDG_DOCUMENTS_DIR", Kind.DOCUMENTS);
        folders.put("XDG_DOWNLOAD_DIR", Kind.DOWNLOADS);
        folders.put("XDG_MUSIC_DIR", Kind.MUSIC);
        folders.put("XDG_PICTURES_DIR", Kind.PICTURES);
        folders.put("XDG_VIDEOS_DIR", Kind.VIDEOS);
        return folders;
    }

    /// Where a person's own files are.
    public HostPath home() {
        return Disk.hostPath(directories.home());
    }

    /// All places that are there, each once.
    public List<Place> all() {
        var places = new LinkedHashMap<HostPath, Place>();
        Stream.of(
                        Stream.of(new Place(Kind.HOME, "Home", home())),
                        userPlaces(),
                        bookmarks(),
                        media(),
                        Stream.of(new Place(Kind.SYSTEM, "Computer", new HostPath("/"))))
                .flatMap(each -> each)
                .filter(place -> Files.isDirectory(Disk.path(place.path())))
                .forEach(place -> places.putIfAbsent(place.path(), place));
        return new ArrayList<>(places.values());
    }

    private Stream<Place> userPlaces() {
        var lines = lines(directories.configHome().resolve("user-dirs.dirs"));
        return USER_FOLDERS.entrySet().stream()
                .flatMap(folder ->
                        lines.stream()
                                .filter(line -> line.startsWith(folder.getKey() + "="))
                                .flatMap(line -> userFolder(line).stream())
                                .limit(1)
                                .map(path -> place(folder.getValue(), path)));
    }

    /// `XDG_MUSIC_DIR="$HOME/Music"`; the home folder itself stands for "no such folder".
    private Optional<HostPath> userFolder(String line) {
        var value = line.substring(line.indexOf('=') + 1).strip();
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return Optional.empty();
        }
        var text = value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
        var whole =
                text.startsWith("$HOME/")
                        ? home().latin1() + text.substring("$HOME".length())
                        : text;
        return path(whole).filter(path -> !path.equals(home()));
    }

    private Stream<Place> bookmarks() {
        return lines(directories.configHome().resolve("gtk-3.0/bookmarks")).stream()
                .limit(MOST_BOOKMARKS)
                .flatMap(line -> bookmark(line).stream());
    }

    private static Optional<Place> bookmark(String line) {
        var parts = line.split(" ", 2);
        return FileUri.parse(parts[0])
                .map(path ->
                        new Place(
                                Kind.BOOKMARK,
                                Sanitiser.line(
                                        parts.length > 1 ? utf8(parts[1]) : "",
                                        FileNames.shown(path.name())),
                                path));
    }

    private Stream<Place> media() {
        return lines(mounts).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > 4 && isMedium(fields[4]))
                .flatMap(fields -> path(unescaped(fields[4])).stream())
                .map(path -> place(Kind.MEDIUM, path));
    }

    private static boolean isMedium(String mountPoint) {
        return mountPoint.startsWith("/media/") || mountPoint.startsWith("/run/media/");
    }

    /// The kernel writes blanks, tabs, line ends and backslashes as `\040` and the like.
    private static String unescaped(String field) {
        var out = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            boolean escape = field.startsWith("\\", i) && i + 3 < field.length();
            out.append(
                    escape
                            ? (char) Integer.parseInt(field.substring(i + 1, i + 4), 8)
                            : field.charAt(i));
            i += escape ? 3 : 0;
        }
        return out.toString();
    }

    private static Place place(Kind kind, HostPath path) {
        return new Place(kind, FileNames.shown(path.name()), path);
    }

    private static Optional<HostPath> path(String latin1) {
        return HostPath.parse(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The lines of a small file, each byte one character.
    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
