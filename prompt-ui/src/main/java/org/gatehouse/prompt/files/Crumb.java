package org.gatehouse.prompt.files;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.protocol.HostPath;

/// One folder on the way to another.
///
/// @param label its name as people see it
public record Crumb(String label, HostPath path) {

    /// A folder as it is typed, with a slash at the end: `~/Documents/`.
    public static String text(HostPath folder, HostPath home) {
        var path = folder.toString();
        var text = folder.isWithin(home) ? "~" + path.substring(home.toString().length()) : path;
        return text.endsWith("/") ? text : text + "/";
    }

    /// The way to a folder: from the home folder if it is within, else from the root.
    public static List<Crumb> way(HostPath folder, HostPath home) {
        var way = new ArrayList<Crumb>();
        var at = folder;
        while (!at.equals(home) && !at.equals(at.parent())) {
            way.addFirst(new Crumb(FileNames.shown(at.name()), at));
            at = at.parent();
        }
        way.addFirst(new Crumb(at.equals(home) ? "Home" : "Computer", at));
        return way;
    }
}
