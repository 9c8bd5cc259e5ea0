/// Serves the permission store on the bus.
///
/// Start at [StoreRole]. [PermissionStoreFace] is the interface that the reference has too,
/// [Permissions1Face] our own beside it; [StoreGuard] keeps sandboxed callers from both. Reads are
/// answered on the thread that reads the connection; a write is answered by the store's writer when
/// it is durable, and a read that follows a write of the same caller waits for it ([SenderOrder]).
///
/// Wired by hand: it is six objects, and starting to inject them takes longer than starting them.
@NullMarked
package org.gatehouse.store.service;

import org.jspecify.annotations.NullMarked;
