/// The FileChooser portal: a person picks files, and the pick is the grant.
///
/// Start at [FileChooserPortal]. A call is checked by [ChooserOptions], shown by whatever backend
/// serves `impl.portal.FileChooser`, and its answer reduced to what was asked by [Picked]; for an
/// app in a sandbox, [Handover] makes documents of the files, over the bus. The package knows
/// nothing of the document role itself, nor of the windows.
@NullMarked
package org.gatehouse.portal.filechooser;

import org.jspecify.annotations.NullMarked;
