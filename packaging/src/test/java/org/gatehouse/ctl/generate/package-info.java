@NullMarked
package org.gatehouse.ctl.generate;

import org.jspecify.annotations.NullMarked;
