@NullMarked
package org.gatehouse.documents.fuse;

import org.jspecify.annotations.NullMarked;
