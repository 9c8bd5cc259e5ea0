@NullMarked
package org.gatehouse.ctl.text;

import org.jspecify.annotations.NullMarked;
