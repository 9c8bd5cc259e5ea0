package org.gatehouse.documents.reach;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.desktop.UserDirectories;
import org.gatehouse.protocol.HostPath;
import org.gatehouse.role.XdgDirectories;

/// The person's folders that metadata names by a word.
///
/// @param home the home folder
/// @param flatpak the person's own Flatpak installation
/// @param apps where the apps have their own data
/// @param words such as `xdg-download` → folder
record SpecialFolders(HostPath home, HostPath flatpak, HostPath apps, Map<String, HostPath> words) {

    static SpecialFolders of(XdgDirectories directories, UserDirectories people) {
        var home = HostPath.of(directories.home());
        var words = new HashMap<String, HostPath>();
        people.folders()
                .forEach((kind, path) -> {
                    // a folder that is not set apart would stand for all of the home
                    if (!path.equals(home)) {
                        words.put(kind.flatpakWord(), path);
                    }
                });
        words.put("xdg-cache", HostPath.of(directories.cacheHome()));
        words.put("xdg-config", HostPath.of(directories.configHome()));
        words.put("xdg-data", HostPath.of(directories.dataHome()));
        words.put("xdg-run", HostPath.of(directories.runtimeDir()));
        return new SpecialFolders(
                home,
                HostPath.of(directories.dataHome()).child("flatpak"),
                home.child(".var").child("app"),
                words);
    }

    /// The path that a place means; empty for `host`, `home` and what is unknown.
    Optional<HostPath> find(String place) {
        if (place.startsWith("/")) {
            return path(place);
        }
        if (place.startsWith("~/")) {
            return path(home.latin1() + place.substring(1));
        }
        if (place.equals("xdg-run")) {
            return Optional.empty();
        }
        int slash = place.indexOf('/');
        var word = slash < 0 ? place : place.substring(0, slash);
        var rest = slash < 0 ? "" : place.substring(slash);
        return Optional.ofNullable(words.get(word)).flatMap(folder -> path(folder.latin1() + rest));
    }

    private static Optional<HostPath> path(String text) {
        return HostPath.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
