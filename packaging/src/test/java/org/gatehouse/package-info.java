/// The rules of the house, over all modules.
@NullMarked
package org.gatehouse;

import org.jspecify.annotations.NullMarked;
