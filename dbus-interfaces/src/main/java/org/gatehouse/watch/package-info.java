/// Hearing of changed files from the kernel, without looking again and again.
///
/// Start at [FolderWatch]. The package knows nothing of what is in the files.
@NullMarked
package org.gatehouse.watch;

import org.jspecify.annotations.NullMarked;
