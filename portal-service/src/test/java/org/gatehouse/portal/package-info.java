/// Tests of the portal role as a whole.
@NullMarked
package org.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
