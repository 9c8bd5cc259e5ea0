/// What runs in the session: which apps have windows, and which have none.
///
/// Start at [RunningApps]. Windows come from an [OpenWindows], which X11 serves; apps without
/// windows from the folder in which Flatpak lists its instances. An app that is not known here may
/// still run: what is told is about windows, not about processes.
@NullMarked
package org.gatehouse.prompt.running;

import org.jspecify.annotations.NullMarked;
