package org.gatehouse.prompt.files;

import org.gatehouse.protocol.HostPath;

/// A place at the side of the window.
///
/// @param label its name as people see it
public record Place(Kind kind, String label, HostPath path) {

    /// What it is, which decides its sign.
    public enum Kind {
        HOME,
        DESKTOP,
        DOCUMENTS,
        DOWNLOADS,
        MUSIC,
        PICTURES,
        VIDEOS,
        FOLDER,
        BOOKMARK,
        MEDIUM,
        SYSTEM
    }
}
