/// Tests of the package, most of them from the outside with real processes.
@NullMarked
package org.gatehouse.portal.backend;

import org.jspecify.annotations.NullMarked;
