@NullMarked
package org.gatehouse.ctl;

import org.jspecify.annotations.NullMarked;
