@NullMarked
package org.gatehouse.portal.use;

import org.jspecify.annotations.NullMarked;
