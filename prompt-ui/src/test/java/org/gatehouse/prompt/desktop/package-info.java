/// Names and icons from files that the tests install.
@NullMarked
package org.gatehouse.prompt.desktop;

import org.jspecify.annotations.NullMarked;
