@NullMarked
package org.gatehouse.settings;

import org.jspecify.annotations.NullMarked;
