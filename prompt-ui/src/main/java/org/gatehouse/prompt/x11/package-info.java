/// What a window needs from an X server beyond what JavaFX offers, through libX11.
///
/// Start at [X11WindowSystem]. JavaFX windows are X windows also in a Wayland session (XWayland); a
/// `wayland:` parent cannot be used there. The connection to the server is our own: it sees the
/// toolkit's windows by their ids and never touches the toolkit's connection.
///
/// libX11 ends the process when the server goes away, as the toolkit would. Errors of single
/// requests (a window that has just gone) are ignored: the toolkit's error handler, in place before
/// any of this is called, passes over connections that are not its own.
@NullMarked
package org.gatehouse.prompt.x11;

import org.jspecify.annotations.NullMarked;
