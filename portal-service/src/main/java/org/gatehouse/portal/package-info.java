/// placeholder
@NullMarked
package org.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
