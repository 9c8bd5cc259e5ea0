/// The dialog on a real X server with a window manager, a pointer and keys, asked over a real bus.
@NullMarked
package org.gatehouse.prompt.x11;

import org.jspecify.annotations.NullMarked;
