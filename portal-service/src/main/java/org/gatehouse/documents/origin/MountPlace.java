package org.gatehouse.documents.origin;

import org.gatehouse.protocol.HostPath;

/// Where the documents are mounted, to know a descriptor of the mount again.
public interface MountPlace {

    HostPath point();

    /// Whether `st_dev` of a file says that it is on the mount. Never waits.
    boolean isDevice(long device);
}
