@NullMarked
package org.gatehouse.store.sqlite;

import org.jspecify.annotations.NullMarked;
