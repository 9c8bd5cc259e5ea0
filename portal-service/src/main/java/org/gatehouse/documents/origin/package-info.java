/// What a descriptor that came over the bus is: which file or folder of the host, or which
/// document.
///
/// Start at [Origins#examine]. An app hands over a descriptor and never a path, and what the kernel
/// says of it is not believed alone: the path that it gives is opened again through its folder
/// without following a link, and what is found there must be the same file. What is wrong is never
/// told in detail, so that nobody learns whether a path exists.
///
/// Everything here may block in the kernel (an app can hand over a file of a file system that it
/// serves itself): it is called on a thread that only the caller's own calls wait for.
///
/// The package knows the table of documents and nothing of the bus.
@NullMarked
package org.gatehouse.documents.origin;

import org.jspecify.annotations.NullMarked;
