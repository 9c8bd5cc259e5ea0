/// A session with the document role, and programs that hand files over.
@NullMarked
package org.gatehouse.documents.testing;

import org.jspecify.annotations.NullMarked;
