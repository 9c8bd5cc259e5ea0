/// Who calls: the identity of a peer of the bus, established from the kernel and the bus alone.
///
/// Start at [CallerIdentities]; the rule itself is [ProcessIdentifier#identify]. Two things are
/// kept apart. That the process that is examined *is* the caller: its user, its start before the
/// bus announced the connection, a descriptor of it that is still alive afterwards. If that cannot
/// be shown, the answer is AccessDenied and nothing is remembered. And *what* that process is: a
/// sandbox's own record if there is one (one that is malformed, unreadable or not a regular file is
/// AccessDenied as well), a host program only if everything says so, and otherwise an unknown
/// sandbox.
///
/// **Namespaces.** A host program shares the root directory (device and inode) and the user, mount
/// and process namespaces of this process. All three are compared although the root alone often
/// tells: a sandbox that is set up by a privileged helper needs no user namespace, and may keep the
/// root and cover parts of it. The price is that a program the person started under `unshare -m`,
/// or a unit that systemd gives a mount namespace (`PrivateTmp`, `ProtectSystem`), is an unknown
/// sandbox: it is asked about everything and may not write the store. The comparison is with this
/// process and not with process 1, so that a whole session in a container, or a test that puts bus,
/// service and callers together into a namespace, works as on a plain machine. For the same reason
/// the units of Gatehouse must not ask systemd for any namespace: every caller would be foreign.
///
/// **Callers that were there first.** What connected before this process did was never announced to
/// it; for those the time at which this process began to listen takes the place of the
/// announcement. That is needed, since the call that makes the bus start a service comes from such
/// a caller. A process id that was reused before is noticed all the same: whoever got it does not
/// hold the connection, see [HeldConnections].
///
/// **Programs that may not be looked at.** One that the kernel hides even from its own user (not
/// dumpable, such as a program with file capabilities) is refused: its root and its namespaces
/// cannot be read.
///
/// The package must not know what is allowed: it tells who, never whether.
@NullMarked
package org.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
