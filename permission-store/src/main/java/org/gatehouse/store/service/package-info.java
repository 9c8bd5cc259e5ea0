/// Serves the permission store on the bus.
///
/// Start at [StoreRole]. [PermissionStoreFace] is the interface that the reference has too,
/// [Permissions1Face] our own beside it; [StoreGuard] keeps sandboxed callers from both. Reads are
/// answered on the thread that reads the connection; a write is answered by the store's writer when
/// it is durable, and a read that follows a write of the same caller waits for it ([SenderOrder]).
///
/// `Permissions1` is answered on the sender's queue, which may wait: [Views] shows, [Edits]
/// changes, [Exchange] exports and imports, [Inspection] explains and diagnoses, [InstanceStops]
/// ends what runs. [Decisions1Face] is the portal's side of it. What has changed is told by
/// [GrantAnnouncer] and [Announcements], never on the writer's thread. Nothing here reads the
/// catalogue or policy on the way to the first answer.
///
/// Wired by hand in [StoreObjects]: starting to inject them takes longer than starting them.
@NullMarked
package org.gatehouse.store.service;

import org.jspecify.annotations.NullMarked;
