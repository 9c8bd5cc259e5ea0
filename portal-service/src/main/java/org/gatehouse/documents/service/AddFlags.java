package org.gatehouse.documents.service;

import org.freedesktop.dbus.types.UInt32;
import org.gatehouse.protocol.PortalException;

/// The flags of AddFull and AddNamedFull.
///
/// @param reuse a document that the file has already, if it is of the same sort
/// @param persistent it outlives the role
/// @param asNeeded none where the app reaches the file by itself
/// @param directory the descriptors are folders
record AddFlags(boolean reuse, boolean persistent, boolean asNeeded, boolean directory) {

    private static final long REUSE = 1;
    private static final long PERSISTENT = 2;
    private static final long AS_NEEDED = 4;
    private static final long DIRECTORY = 8;

    /// @throws PortalException `InvalidArgument` for any other bit
    static AddFlags of(UInt32 flags) {
        long bits = flags.longValue();
        if ((bits & ~(REUSE | PERSISTENT | AS_NEEDED | DIRECTORY)) != 0) {
            throw PortalException.invalidArgument("Invalid flags");
        }
        return new AddFlags(
                (bits & REUSE) != 0,
                (bits & PERSISTENT) != 0,
                (bits & AS_NEEDED) != 0,
                (bits & DIRECTORY) != 0);
    }
}
