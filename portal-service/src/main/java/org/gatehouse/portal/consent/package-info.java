/// Whether an app may use a resource: what was decided before, what the policy says, what to ask.
///
/// Start at [ConsentGate#admit]; the rule itself is [ConsentPolicy#decide], a pure function. What
/// can be asked for is data, [PermissionClass]; a further class is one more value of it. The
/// package knows nothing of D-Bus, SQLite or JavaFX: stored decisions come through [Grants], the
/// person is reached through [Prompter], what happened is told to [Ledger].
///
/// What holds at the moment, policy and situation, comes through [Surroundings]; what cannot be
/// asked now waits with [Deferrals]. After a change [Standing] says who may go on.
@NullMarked
package org.gatehouse.portal.consent;

import org.jspecify.annotations.NullMarked;
