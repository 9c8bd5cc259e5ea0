package org.gatehouse.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;

/// The person's folders for documents, music and so on: `$XDG_CONFIG_HOME/user-dirs.dirs`.
///
/// @param folders those that are set; one that is set to the home folder itself is there too
///
///   Source: xdg-user-dirs, "user-dirs.dirs"; as in GLib, only the desktop has a place without it.
public record UserDirectories(Map<Kind, Path> folders) {

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

    public UserDirectories {
        folders = Map.copyOf(folders);
    }

    /// Reads the file. One that is not there, or not readable, sets nothing.
    public static UserDirectories read(XdgDirectories directories) {
        var folders = new EnumMap<Kind, Path>(Kind.class);
        folders.put(Kind.DESKTOP, directories.home().resolve("Desktop"));
        for (var line : lines(directories.configHome().resolve("user-dirs.dirs"))) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                var folder = folder(found.group(2), directories.home());
                kind(found.group(1))
                        .ifPresent(kind -> folder.ifPresent(path -> folders.put(kind, path)));
            }
        }
        return new UserDirectories(folders);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<Kind> kind(String word) {
        return Stream.of(Kind.values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    /// Absolute, or below `$HOME`; anything else is not allowed.
    private static Optional<Path> folder(String quoted, Path home) {
        var text = quoted.replaceAll("\\\\(.)", "$1");
        if (text.equals(HOME) || text.startsWith(HOME + "/")) {
            return Optional.of(Path.of(home + text.substring(HOME.length())).normalize());
        }
        return text.startsWith("/") ? Optional.of(Path.of(text).normalize()) : Optional.empty();
    }

    /// Where a kind of files is kept, if it is set.
    public Optional<Path> folder(Kind kind) {
        return Optional.ofNullable(folders.get(kind));
    }
}
