package org.gatehouse.prompt.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/// Names for several new files, none of which replaces a file that is there: `notes.txt` becomes
/// `notes (1).txt`. Source: the GTK backend numbers in the same way.
public final class FreeNames {

    private FreeNames() {}

    /// One name for each wanted one, in the same order, all different.
    ///
    /// @param names bytes as ISO 8859-1
    /// @param taken whether a file of that name is there
    public static List<String> of(List<String> names, Predicate<String> taken) {
        var used = new HashSet<String>();
        var free = new ArrayList<String>();
        for (var name : names) {
            var candidate = name;
            for (int i = 1; used.contains(candidate) || taken.test(candidate); i++) {
                candidate = numbered(name, i);
            }
            used.add(candidate);
            free.add(candidate);
        }
        return free;
    }

    private static String numbered(String name, int number) {
        int stem = FileNames.stem(name);
        return name.substring(0, stem) + " (" + number + ")" + name.substring(stem);
    }
}
