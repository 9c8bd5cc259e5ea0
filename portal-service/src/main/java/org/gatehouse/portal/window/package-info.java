/// Which apps have a window that can be seen, for grants that hold only while an app is in use.
///
/// Start at [InUse], which adds the grace period; what it hears comes through the port
/// [WindowStates]: from the desktop's backend where it tells, else from the X server. The package
/// knows windows and processes, and nothing of what is granted.
@NullMarked
package org.gatehouse.portal.window;

import org.jspecify.annotations.NullMarked;
