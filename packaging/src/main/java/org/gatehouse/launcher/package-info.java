/// The process: options, signals, exit status, standard error, and which roles it runs.
///
/// Start at [Main]. The only package that reads the process's environment; it knows every role by
/// its one `start` method and nothing of what a role does. Its promises are the process contract of
/// the portal semantics, held by the tests against the image.
@NullMarked
package org.gatehouse.launcher;

import org.jspecify.annotations.NullMarked;
