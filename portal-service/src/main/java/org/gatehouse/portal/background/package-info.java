/// The Background portal: lets an app run without a window and be started at login, and stops the
/// one that may not.
///
/// Start at [BackgroundPortal], the face; [BackgroundRequest] is what happens to one request.
/// [AutostartFolder] keeps the entries that start apps at login. [BackgroundWatch] looks which
/// instances run without a window, and [Stopping] ends those that may not. The package does not
/// decide who may run in the background: that is `consent`; nor what is a window: that is the
/// backend.
///
/// **What runs.** [Instances]: Flatpak's by its own records, see [FlatpakInstances]; snaps, Linyaps
/// apps and installed programs outside of any sandbox by the units of the person's systemd, see
/// [AppUnits]. Everything that a process starts stays in its unit or sandbox, whatever it leaves.
/// Only what is in a sandbox is judged; a program outside is listed, and ended only if it is
/// refused or by hand. What our store is told of it is [InstanceReports].
///
/// **Started at login.** Where systemd starts the entries, the unit's name says so. Elsewhere, and
/// for Flatpak, which makes units of its own, it is concluded: [LoginStart] has the rule, and where
/// it can err.
@NullMarked
package org.gatehouse.portal.background;

import org.jspecify.annotations.NullMarked;
