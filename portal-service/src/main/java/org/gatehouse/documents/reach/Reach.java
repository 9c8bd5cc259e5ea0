package org.gatehouse.documents.reach;

import org.gatehouse.protocol.AppId;
import org.gatehouse.protocol.HostPath;

/// What a confined app can do with a file without any document.
///
/// Threads: any but virtual ones; reads files, and may wait for a program for 3 seconds.
@FunctionalInterface
public interface Reach {

    /// How much of a file is in the sandbox.
    enum Access {
        NONE,
        READ,
        WRITE
    }

    /// What the app has of this path, at this same path.
    ///
    /// @param path without links; the last element need not be there yet
    Access of(AppId app, HostPath path);
}
