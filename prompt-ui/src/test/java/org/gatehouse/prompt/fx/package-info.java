/// Drives the real windows: on the headless platform with the toolkit's robot, and on a real X
/// server with a window manager, a pointer and keys.
@NullMarked
package org.gatehouse.prompt.fx;

import org.jspecify.annotations.NullMarked;
