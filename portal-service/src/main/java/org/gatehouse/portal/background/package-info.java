/// The Background portal: lets an app run without a window and be started at login, and stops the
/// one that may not.
///
/// Start at [BackgroundPortal], the face; [BackgroundRequest] is what happens to one request.
/// [AutostartFolder] keeps the entries that start apps at login. [BackgroundWatch] looks which
/// instances run without a window, and [Stopping] ends those that may not. The package does not
/// decide who may run in the background: that is `consent`; nor what is a window: that is the
/// backend.
@NullMarked
package org.gatehouse.portal.background;

import org.jspecify.annotations.NullMarked;
