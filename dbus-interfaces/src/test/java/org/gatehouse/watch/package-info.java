@NullMarked
package org.gatehouse.watch;

import org.jspecify.annotations.NullMarked;
