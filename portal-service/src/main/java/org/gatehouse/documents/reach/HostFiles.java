package org.gatehouse.documents.reach;

import java.util.List;
import java.util.Optional;
import org.gatehouse.protocol.HostPath;

/// What there is on the host, as far as it decides what a sandbox shows.
interface HostFiles {

    /// Where a file or folder really is, links followed; empty if it is not there, or is of a kind
    /// that no sandbox shows.
    Optional<HostPath> real(HostPath path);

    /// The names in the root folder.
    List<String> root();
}
