package org.gatehouse.documents.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.documents.reach.Reach.Access;

/// The file systems that metadata and overrides give to an app: place → access.
///
/// A place is `host`, `home`, `xdg-download/Sub`, `~/path` or `/path`, as flatpak-metadata(5) has
/// it; one that was taken away again has the access `NONE` and hides what is there.
///
/// @param places what was said last of each
record Filesystems(Map<String, Access> places) {

    private static final String RESET = "!host:reset";

    Filesystems {
        places = Map.copyOf(places);
    }

    /// What the lists say, later ones counting more.
    ///
    /// @param lists values of the key `filesystems`: of the metadata first, then of the overrides
    static Filesystems of(List<List<String>> lists) {
        var places = new LinkedHashMap<String, Access>();
        for (var list : lists) {
            if (list.contains(RESET)) {
                places.clear();
            }
            list.forEach(word -> put(places, word));
        }
        return new Filesystems(places);
    }

    private static void put(Map<String, Access> places, String word) {
        boolean taken = word.startsWith("!");
        var rest = taken ? word.substring(1) : word;
        int colon = rest.lastIndexOf(':');
        var mode = colon < 0 ? "" : rest.substring(colon);
        var place =
                switch (mode) {
                    case ":ro", ":rw", ":create", ":reset" -> rest.substring(0, colon);
                    default -> rest;
                };
        if (!place.isEmpty()) {
            var access = mode.equals(":ro") ? Access.READ : Access.WRITE;
            places.put(canonical(place), taken ? Access.NONE : access);
        }
    }

    /// One spelling for each place.
    private static String canonical(String place) {
        var shortened = place.replaceAll("/+", "/");
        if (shortened.length() > 1 && shortened.endsWith("/")) {
            shortened = shortened.substring(0, shortened.length() - 1);
        }
        if (shortened.equals("~")) {
            return "home";
        }
        return shortened.startsWith("home/")
                ? "~" + shortened.substring("home".length())
                : shortened;
    }

    Access access(String place) {
        return places.getOrDefault(place, Access.NONE);
    }
}
