/// The file chooser's window, worked by the toolkit's robot on its headless platform.
@NullMarked
package org.gatehouse.prompt.fx.files;

import org.jspecify.annotations.NullMarked;
