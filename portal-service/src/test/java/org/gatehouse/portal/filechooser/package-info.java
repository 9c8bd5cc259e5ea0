/// The FileChooser portal with real apps as processes, a scripted backend, and a real document
/// portal.
@NullMarked
package org.gatehouse.portal.filechooser;

import org.jspecify.annotations.NullMarked;
