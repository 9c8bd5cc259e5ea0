/// Gatehouse as it is delivered: the image, seen from outside, beside the real programs of a
/// desktop.
///
/// Every test has a [Desktop] of its own. Nothing here links against the roles; they are processes
/// that are called over D-Bus, clicked on and killed.
@NullMarked
package org.gatehouse.endtoend;

import org.jspecify.annotations.NullMarked;
