package org.gatehouse.prompt.files;

import org.gatehouse.protocol.HostPath;

/// Where the person looks.
public sealed interface Spot {

    /// Into a folder.
    record Folder(HostPath path) implements Spot {}

    /// At the files used last, wherever they are.
    record Recent() implements Spot {}
}
