/// What desktops read to show which apps run in the background.
@NullMarked
package org.freedesktop.background;

import org.jspecify.annotations.NullMarked;
