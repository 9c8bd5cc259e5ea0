@NullMarked
package org.gatehouse.store;

import org.jspecify.annotations.NullMarked;
