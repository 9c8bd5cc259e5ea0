@NullMarked
package org.gatehouse.store.gvdb;

import org.jspecify.annotations.NullMarked;
