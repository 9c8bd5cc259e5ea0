/// The portal's neighbours on the session bus: which backend serves what, the permission store, the
/// dialogs, the lockdown.
///
/// Start at [Backends] for discovery, at [AccessDialogPrompter] for the question, at [StoredGrants]
/// for decisions and at [RevocationWatch] for what happens when they change. The package knows
/// D-Bus and never decides: the rule is in `consent`.
@NullMarked
package org.gatehouse.portal.backend;

import org.jspecify.annotations.NullMarked;
