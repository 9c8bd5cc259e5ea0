/// The table of documents.
@NullMarked
package org.gatehouse.documents;

import org.jspecify.annotations.NullMarked;
