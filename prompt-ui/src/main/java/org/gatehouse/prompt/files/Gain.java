package org.gatehouse.prompt.files;

/// What the app gets, in the words of the window.
public final class Gain {

    private Gain() {}

    /// One sentence.
    ///
    /// @param app the app's installed name
    /// @param count how many are picked, 0 for none yet
    public static String sentence(String app, FileMode mode, int count, boolean writable) {
        var verb = writable ? "read and change" : "read";
        return switch (mode) {
            case FileMode.OpenFiles _ when count > 1 ->
                    app + " will be able to " + verb + " these " + count + " files, and no others.";
            case FileMode.OpenFiles _ ->
                    app + " will be able to " + verb + " this file, and no other.";
            case FileMode.OpenFolders _ when count > 1 ->
                    app
                            + " will be able to "
                            + verb
                            + " these "
                            + count
                            + " folders and everything in them.";
            case FileMode.OpenFolders _ ->
                    app + " will be able to " + verb + " this folder and everything in it.";
            case FileMode.SaveFile _ ->
                    app + " will be able to write this file and to read it again.";
            case FileMode.SaveFiles(var names) when names.size() > 1 ->
                    app
                            + " will be able to write these "
                            + names.size()
                            + " files and to read them again.";
            case FileMode.SaveFiles _ ->
                    app + " will be able to write this file and to read it again.";
        };
    }

    /// What is asked for, in one line.
    public static String question(FileMode mode) {
        return switch (mode) {
            case FileMode.OpenFiles(boolean multiple) ->
                    multiple ? "Choose the files to open" : "Choose a file to open";
            case FileMode.OpenFolders(boolean multiple) ->
                    multiple ? "Choose whole folders" : "Choose a whole folder";
            case FileMode.SaveFile _ -> "Choose where to save";
            case FileMode.SaveFiles _ -> "Choose a folder to save to";
        };
    }

    /// The word for picking, `_` before the letter that is its key.
    public static String accept(FileMode mode) {
        return switch (mode) {
            case FileMode.OpenFiles _ -> "_Open";
            case FileMode.OpenFolders _ -> "_Choose this folder";
            case FileMode.SaveFile _, FileMode.SaveFiles _ -> "_Save";
        };
    }
}
