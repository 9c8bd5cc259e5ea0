@NullMarked
package org.gatehouse.portal.diagnosis;

import org.jspecify.annotations.NullMarked;
