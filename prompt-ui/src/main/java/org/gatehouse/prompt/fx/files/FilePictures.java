package org.gatehouse.prompt.fx.files;

import javafx.scene.Node;
import org.gatehouse.prompt.files.Entry;
import org.gatehouse.prompt.files.FileTypes;

/// The picture of an entry: its sign.
final class FilePictures {

    private final FileTypes types;

    FilePictures(FileTypes types) {
        this.types = types;
    }

    Node of(Entry entry, boolean large) {
        return Signs.of(entry, types.of(entry.label()), large ? "large" : "small");
    }
}
