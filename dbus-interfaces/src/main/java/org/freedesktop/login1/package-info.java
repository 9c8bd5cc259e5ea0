/// What the system's login service tells, on the system bus.
@NullMarked
package org.freedesktop.login1;

import org.jspecify.annotations.NullMarked;
