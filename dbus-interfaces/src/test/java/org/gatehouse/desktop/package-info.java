@NullMarked
package org.gatehouse.desktop;

import org.jspecify.annotations.NullMarked;
