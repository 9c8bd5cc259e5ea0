/// placeholder
@NullMarked
package org.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
