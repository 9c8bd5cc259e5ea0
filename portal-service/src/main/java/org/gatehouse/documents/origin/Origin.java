package org.gatehouse.documents.origin;

import org.gatehouse.documents.FileKey;
import org.gatehouse.protocol.DocumentId;
import org.gatehouse.protocol.HostPath;

/// What a received descriptor is.
public sealed interface Origin {

    /// Whether the one who sent it could write there.
    boolean isWritable();

    /// A file or a folder of the host.
    ///
    /// @param path where it is; checked to be that very file
    /// @param anchor of the folder it is in; of a folder, its own
    record OnHost(HostPath path, FileKey anchor, boolean isDirectory, boolean isWritable)
            implements Origin {}

    /// The file or the folder of a document, opened through the mount.
    record OnMount(DocumentId id, boolean isWritable) implements Origin {}
}
