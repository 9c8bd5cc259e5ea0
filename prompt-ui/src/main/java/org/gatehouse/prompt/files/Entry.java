package org.gatehouse.prompt.files;

import org.gatehouse.protocol.HostPath;

/// Something in a folder.
///
/// @param path where it is
/// @param label its name as people see it
/// @param size in bytes
/// @param modified milliseconds since the epoch
public record Entry(HostPath path, String label, Kind kind, long size, long modified) {

    /// What it is, links followed.
    public enum Kind {
        FOLDER,
        FILE,
        /// A device, a pipe, a socket, or a link that leads nowhere: nothing to hand over.
        OTHER
    }

    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    /// Whether it is shown only on demand: its name begins with a dot or ends with a tilde.
    public boolean isHidden() {
        var name = path.name();
        return name.startsWith(".") || name.endsWith("~");
    }
}
