@NullMarked
package org.gatehouse.documents.mount;

import org.jspecify.annotations.NullMarked;
