/// placeholder
@NullMarked
package org.gatehouse.prompt;

import org.jspecify.annotations.NullMarked;
