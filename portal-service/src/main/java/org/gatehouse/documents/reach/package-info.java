/// Whether a confined app sees a file by itself, so that no document is needed for it.
///
/// Start at [Reach]. For Flatpak the app's metadata and the person's overrides are read, and give
/// the answers of `flatpak info --file-access`; [Filesystems] is what they say, [Exports] what of
/// the host is in the sandbox then. For Snap, snapd is asked. The package knows nothing of
/// documents.
@NullMarked
package org.gatehouse.documents.reach;

import org.jspecify.annotations.NullMarked;
