/// Keeps the permission store in one SQLite database.
///
/// Start at [SqlitePermissionStore]. One platform thread writes ([Writer]): it commits the writes
/// that wait as a group, and only then are they answered. Reads have a connection of their own.
/// Every row carries a checksum and the database a sum over all rows ([Totals]), so that damage
/// shows whether a row was changed or lost; [Opening] says what happens then. Copies of the
/// database ([Generations]) and the table files of the reference ([Mirror]) are what is restored
/// from.
///
/// Files, in `$XDG_DATA_HOME/gatehouse`: `permissions.db` with SQLite's `-wal` and `-shm`;
/// `permissions.backup-1` and `-2`, the copies; `permissions.damaged`, the last database that was
/// set aside; names ending in `.new` are being written, and worthless after a crash.
///
/// The package knows nothing of the bus.
@NullMarked
package org.gatehouse.store.sqlite;

import org.jspecify.annotations.NullMarked;
