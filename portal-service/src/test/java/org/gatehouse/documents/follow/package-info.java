@NullMarked
package org.gatehouse.documents.follow;

import org.jspecify.annotations.NullMarked;
