/// The documents as a file system: `doc/ID/NAME` for the host, `doc/by-app/APP/ID/NAME` for an app.
///
/// Start at [DocumentMount]. [Operations] takes the kernel's requests apart; [DocumentTree] is what
/// all of its threads share; a [Node] is something the kernel knows by a number. What an app may do
/// is asked of the [org.gatehouse.documents.DocumentTable] in each operation, also when it reads or
/// writes what it opened before.
///
/// Real files are reached through descriptors alone: each node pins its file (O_PATH), a name is
/// looked up in the folder that is pinned, links are never followed. So nothing that is renamed or
/// replaced meanwhile leads elsewhere. The package knows nothing of D-Bus or the store.
@NullMarked
package org.gatehouse.documents.mount;

import org.jspecify.annotations.NullMarked;
