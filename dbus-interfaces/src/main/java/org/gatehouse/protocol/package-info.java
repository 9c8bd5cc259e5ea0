/// placeholder
@NullMarked
package org.gatehouse.protocol;

import org.jspecify.annotations.NullMarked;
