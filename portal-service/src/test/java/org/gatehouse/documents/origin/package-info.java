@NullMarked
package org.gatehouse.documents.origin;

import org.jspecify.annotations.NullMarked;
