@NullMarked
package org.gatehouse.store.exchange;

import org.jspecify.annotations.NullMarked;
