package org.gatehouse.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.role.XdgDirectories;

/// The versions of installed apps, as their AppStream metadata names the newest release.
///
/// Only those that Flatpak and Snap have deployed: their folders are the app's own, so that nobody
/// else speaks for it. Threads: any; reads small files.
public final class AppVersions {

    private static final int LARGEST = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,254}");

    /// The first release is the newest one.
    private static final Pattern RELEASE =
            Pattern.compile("<release\\s[^>]*?\\bversion\\s*=\\s*[\"']([^\"'<>]{1,64})[\"']");

    private static final List<String> METADATA =
            List.of(
                    "share/metainfo/%s.metainfo.xml",
                    "share/metainfo/%s.appdata.xml", "share/appdata/%s.appdata.xml");

    private final List<Path> flatpaks;
    private final Path snaps;

    public AppVersions(XdgDirectories directories) {
        this(
                List.of(directories.dataHome().resolve("flatpak"), Path.of("/var/lib/flatpak")),
                Path.of("/snap"));
    }

    AppVersions(List<Path> flatpaks, Path snaps) {
        this.flatpaks = flatpaks;
        this.snaps = snaps;
    }

    /// The version of an app, `""` if it is not known.
    ///
    /// @param kind what confines it: `flatpak`, `snap` or another word
    /// @param id such as `org.gnome.Maps`, for a snap `snap.NAME`
    public String find(String kind, String id) {
        if (!NAME.matcher(id).matches()) {
            return "";
        }
        return roots(kind, id)
                .flatMap(root -> METADATA.stream().map(each -> root.resolve(each.formatted(id))))
                .flatMap(file -> version(file).stream())
                .findFirst()
                .orElse("");
    }

    private Stream<Path> roots(String kind, String id) {
        return switch (kind) {
            case "flatpak" ->
                    flatpaks.stream()
                            .map(each -> each.resolve("app/" + id + "/current/active/files"));
            case "snap" -> Stream.of(snaps.resolve(snapName(id) + "/current/usr"));
            default -> Stream.empty();
        };
    }

    private static String snapName(String id) {
        return id.startsWith("snap.") ? id.substring("snap.".length()) : id;
    }

    private static Optional<String> version(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            var found = RELEASE.matcher(withoutComments(text));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)<!--.*?-->", "");
    }
}
