package org.gatehouse.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.XdgDirectories;

/// The person's folders for documents, music and so on: `$XDG_CONFIG_HOME/user-dirs.dirs`.
///
/// @param folders those that are set; one that is set to the home folder itself is there too
///
///   Source: xdg-user-dirs, "user-dirs.dirs"; as in GLib, only the desktop has a place without it.
public record UserDirectories(Map<Kind, HostPath> folders) {

    /// What a folder is for.
    public enum Kind {
        DESKTOP("xdg-desktop"),
        DOCUMENTS("xdg-documents"),
        DOWNLOAD("xdg-download"),
        MUSIC("xdg-music"),
        PICTURES("xdg-pictures"),
        PUBLICSHARE("xdg-public-share"),
        TEMPLATES("xdg-templates"),
        VIDEOS("xdg-videos");

        private final String flatpakWord;

        Kind(String flatpakWord) {
            this.flatpakWord = flatpakWord;
        }

        /// As flatpak-metadata(5) names it.
        public String flatpakWord() {
            return flatpakWord;
        }
    }

    private static final Pattern LINE =
            Pattern.compile("\\s*XDG_([A-Z]+)_DIR\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
    private static final String HOME = "$HOME";
    private static final int LARGEST = 256 * 1024;

    public UserDirectories {
        folders = Map.copyOf(folders);
    }

    /// Reads the file. One that is not there, or not readable, sets nothing.
    public static UserDirectories read(XdgDirectories directories) {
        var home = HostPath.of(directories.home());
        var folders = new EnumMap<Kind, HostPath>(Kind.class);
        folders.put(Kind.DESKTOP, home.child("Desktop"));
        for (var line : lines(directories.configHome().resolve("user-dirs.dirs"))) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                var folder = folder(found.group(2), home);
                kind(found.group(1))
                        .ifPresent(kind -> folder.ifPresent(path -> folders.put(kind, path)));
            }
        }
        return new UserDirectories(folders);
    }

    /// Each byte one character: names of files need not be text.
    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<Kind> kind(String word) {
        return Stream.of(Kind.values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    /// Absolute, or below `$HOME`; anything else is not allowed.
    private static Optional<HostPath> folder(String quoted, HostPath home) {
        var text = quoted.replaceAll("\\\\(.)", "$1");
        boolean below = text.equals(HOME) || text.startsWith(HOME + "/");
        var whole = below ? home.latin1() + text.substring(HOME.length()) : text;
        boolean slash = whole.length() > 1 && whole.endsWith("/");
        var path = slash ? whole.substring(0, whole.length() - 1) : whole;
        return HostPath.parse(path.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Where a kind of files is kept; empty if no folder is set apart for it.
    public Optional<HostPath> folder(Kind kind) {
        return Optional.ofNullable(folders.get(kind));
    }
}
