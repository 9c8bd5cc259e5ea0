package org.gatehouse.documents.follow;

import org.gatehouse.documents.FileKey;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.protocol.HostPath;

/// What became of a document's file.
sealed interface Fate {

    /// There is a file of its kind at its path.
    ///
    /// @param file to be held from now on
    record There(Descriptor file) implements Fate {}

    /// It is elsewhere.
    ///
    /// @param anchor of the folder it is in; of a folder, its own
    record Moved(HostPath path, FileKey anchor) implements Fate {}

    /// It has no name any longer.
    record Deleted() implements Fate {}

    /// Nobody can tell: it was never seen, or is out of sight.
    record Unknown() implements Fate {}
}
