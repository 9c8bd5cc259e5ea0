@NullMarked
package org.gatehouse.catalogue;

import org.jspecify.annotations.NullMarked;
