package org.gatehouse.prompt.files.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.desktop.UserDirectories;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.prompt.files.FileNames;
import org.gatehouse.prompt.files.Place;
import org.gatehouse.prompt.files.Place.Kind;
import org.gatehouse.protocol.FileUri;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.XdgDirectories;

/// The places of a person: home, the XDG user folders, GTK's bookmarks, mounted media.
///
/// Source: xdg-user-dirs, `user-dirs.dirs`; GTK, `bookmarks` (a URI and maybe a label in each
/// line); proc(5), `mountinfo`. Threads: any but the toolkit's.
public final class Places {

    private static final int LARGEST = 256 * 1024;
    private static final int MOST_BOOKMARKS = 100;

    private final XdgDirectories directories;
    private final Path mounts;

    /// @param mounts `/proc/self/mountinfo`
    public Places(XdgDirectories directories, Path mounts) {
        this.directories = directories;
        this.mounts = mounts;
    }

    /// Where a person's own files are.
    public HostPath home() {
        return HostPath.of(directories.home());
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
                .filter(place -> Files.isDirectory(place.path().toPath()))
                .forEach(place -> places.putIfAbsent(place.path(), place));
        return new ArrayList<>(places.values());
    }

    /// The home folder itself stands for "no such folder".
    private Stream<Place> userPlaces() {
        var folders = UserDirectories.read(directories);
        return Stream.of(UserDirectories.Kind.values())
                .flatMap(kind -> kind(kind).flatMap(sign -> place(folders, kind, sign)).stream());
    }

    private Optional<Place> place(UserDirectories folders, UserDirectories.Kind kind, Kind sign) {
        return folders.folder(kind)
                .filter(path -> !path.equals(home()))
                .map(path -> place(sign, path));
    }

    /// Those that people look for files in.
    private static Optional<Kind> kind(UserDirectories.Kind kind) {
        return switch (kind) {
            case DESKTOP -> Optional.of(Kind.DESKTOP);
            case DOCUMENTS -> Optional.of(Kind.DOCUMENTS);
            case DOWNLOAD -> Optional.of(Kind.DOWNLOADS);
            case MUSIC -> Optional.of(Kind.MUSIC);
            case PICTURES -> Optional.of(Kind.PICTURES);
            case VIDEOS -> Optional.of(Kind.VIDEOS);
            case PUBLICSHARE, TEMPLATES -> Optional.empty();
        };
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
