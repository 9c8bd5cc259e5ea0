@NullMarked
package org.gatehouse.settings.fx;

import org.jspecify.annotations.NullMarked;
