package org.gatehouse.prompt.files;

import java.util.List;

/// What is to be picked.
public sealed interface FileMode {

    /// Files that are there.
    ///
    /// @param multiple whether it may be several
    record OpenFiles(boolean multiple) implements FileMode {}

    /// Folders that are there, each with everything in it.
    ///
    /// @param multiple whether it may be several
    record OpenFolders(boolean multiple) implements FileMode {}

    /// The folder and the name of a file to be written.
    ///
    /// @param name the proposed name as UTF-8 text, made fit to be one; `""` for none
    record SaveFile(String name) implements FileMode {

        public SaveFile {
            name = FileNames.proposed(name);
        }
    }

    /// The folder for several files to be written.
    ///
    /// @param names each a valid name, bytes as ISO 8859-1
    record SaveFiles(List<String> names) implements FileMode {

        public SaveFiles {
            names = List.copyOf(names);
        }
    }

    /// Whether files are to be written and not read.
    default boolean isSaving() {
        return this instanceof SaveFile || this instanceof SaveFiles;
    }

    /// Whether it is folders that are picked.
    default boolean picksFolders() {
        return this instanceof OpenFolders || this instanceof SaveFiles;
    }

    /// Whether several may be picked.
    default boolean isMultiple() {
        return switch (this) {
            case OpenFiles(boolean multiple) -> multiple;
            case OpenFolders(boolean multiple) -> multiple;
            case SaveFile _, SaveFiles _ -> false;
        };
    }
}
