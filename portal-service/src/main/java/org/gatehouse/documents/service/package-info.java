/// The document role: `org.freedesktop.portal.Documents` and `FileTransfer` on the bus, and the
/// documents in the permission store.
///
/// Start at [DocumentsRole]. [DocumentsFace] parses; [Adding] and [Permitting] carry out. What is
/// persistent is kept in the permission store's table `documents` over the bus, by whatever store
/// serves there: [Kept] writes before anything is answered, [StoreWatch] takes over what others
/// write. Nothing is in the table of documents that the store refused, with one exception: what
/// takes rights away holds at once, and is written later if it could not be.
///
/// **Without a store** everything works and is transient; what was to be kept is written when a
/// store appears ([Kept#settle]).
///
/// **Order.** Changes of one path, and then of one document, are made one at a time ([Turns]), also
/// while the store is waited for: otherwise a right could come back that was taken away meanwhile.
/// A store that hangs holds up only those who want the same document, and for 2 seconds.
///
/// **Threads.** Faces run on platform threads of the role, because descriptors and paths are looked
/// at there, which may block in the kernel.
@NullMarked
package org.gatehouse.documents.service;

import org.jspecify.annotations.NullMarked;
