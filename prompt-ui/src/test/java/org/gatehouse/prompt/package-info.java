/// The pure part: what is asked, what counts, what is shown where.
@NullMarked
package org.gatehouse.prompt;

import org.jspecify.annotations.NullMarked;
