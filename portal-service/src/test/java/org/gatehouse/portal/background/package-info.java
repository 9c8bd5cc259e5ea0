/// Tests of the Background portal: pure ones of command lines and entries, and whole sessions.
@NullMarked
package org.gatehouse.portal.background;

import org.jspecify.annotations.NullMarked;
