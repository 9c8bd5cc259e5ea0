/// Files and folders that were handed to apps: which, to whom, with what rights.
///
/// Start at [Document] and [DocumentTable]. This package is pure: it knows nothing of D-Bus, of the
/// file system or of the store. `documents.service` has the faces on the bus and keeps the table in
/// the permission store, `documents.mount` shows it as a file system through `documents.fuse`,
/// which speaks the kernel's protocol.
///
/// The path of data: a face changes the permission store; when that has committed, the
/// [DocumentTable]; its listeners make the mount forget what no longer holds; then the reply goes
/// out. A change by another tool enters at the table, by the store's signal.
@NullMarked
package org.gatehouse.documents;

import org.jspecify.annotations.NullMarked;
