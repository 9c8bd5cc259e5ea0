package org.gatehouse.prompt.files;

import java.util.List;
import org.gatehouse.prompt.files.FileMode.OpenFiles;
import org.gatehouse.prompt.files.FileMode.OpenFolders;
import org.gatehouse.prompt.files.FileMode.SaveFile;
import org.gatehouse.prompt.files.FileMode.SaveFiles;

/// What the app gets, in the words of the window.
public final class Gain {

    private static final int LONGEST_NAME = 40;
    private static final int HEAD = 24;
    private static final int TAIL = 12;

    private Gain() {}

    /// One or two sentences.
    ///
    /// @param app the app's installed name
    /// @param picked the names, as people see them, of what would be handed over now
    /// @param writable whether the app may change what is there; nothing when saving
    public static String sentence(
            String app, FileMode mode, List<String> picked, boolean writable) {
        var may = app + " will be able to ";
        var verb = writable ? "read and change " : "read ";
        return switch (mode) {
            case OpenFiles(boolean multiple) -> may + verb + files(picked, multiple);
            case OpenFolders _ -> may + verb + folders(picked);
            case SaveFile _ -> may + "write " + one(picked, "this file") + " and to read it again.";
            case SaveFiles(var names) -> app + " will write " + several(names);
        };
    }

    private static String files(List<String> picked, boolean multiple) {
        return switch (picked.size()) {
            case 0 ->
                    multiple
                            ? "the files that you pick, and no others."
                            : "the file that you pick, and no other.";
            case 1 -> quoted(picked.getFirst()) + ", and no other file.";
            default -> "these " + picked.size() + " files, and no others.";
        };
    }

    private static String folders(List<String> picked) {
        return switch (picked.size()) {
            case 0 -> "the folder that you pick and everything in it.";
            case 1 -> "the folder " + quoted(picked.getFirst()) + " and everything in it.";
            default -> "these " + picked.size() + " folders and everything in them.";
        };
    }

    private static String several(List<String> names) {
        var first = quoted(FileNames.shown(names.getFirst()));
        var what =
                switch (names.size()) {
                    case 1 -> first;
                    case 2 -> first + " and " + quoted(FileNames.shown(names.getLast()));
                    default -> first + " and " + (names.size() - 1) + " more files";
                };
        return what + " into this folder. Nothing is replaced: a name that is taken gets a number.";
    }

    private static String one(List<String> picked, String otherwise) {
        return picked.isEmpty() ? otherwise : quoted(picked.getFirst());
    }

    /// The beginning and the end of a long name, since both tell what it is.
    private static String quoted(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST_NAME) {
            return "“" + name + "”";
        }
        var head = name.substring(0, name.offsetByCodePoints(0, HEAD));
        var tail = name.substring(name.offsetByCodePoints(0, length - TAIL));
        return "“" + head + "…" + tail + "”";
    }

    /// What is asked for, in one line.
    public static String question(FileMode mode) {
        return switch (mode) {
            case OpenFiles(boolean multiple) ->
                    multiple ? "Choose the files to open" : "Choose a file to open";
            case OpenFolders(boolean multiple) ->
                    multiple ? "Choose whole folders" : "Choose a whole folder";
            case SaveFile _ -> "Choose where to save";
            case SaveFiles _ -> "Choose a folder to save to";
        };
    }

    /// The word for picking, `_` before the letter that is its key.
    public static String accept(FileMode mode) {
        return switch (mode) {
            case OpenFiles _ -> "_Open";
            case OpenFolders _ -> "_Choose this folder";
            case SaveFile _, SaveFiles _ -> "_Save";
        };
    }
}
