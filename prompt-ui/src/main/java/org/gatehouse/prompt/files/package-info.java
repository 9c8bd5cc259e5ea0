/// Picking files: what an app asks for, what may be picked, and what it gets.
///
/// Start at [FileQuestion] and [FileAnswer]. Pure: folders are read by
/// [org.gatehouse.prompt.files.disk], the window is in `org.gatehouse.prompt.fx.files`. Paths are
/// the kernel's bytes ([org.gatehouse.protocol.HostPath]), since a name need not be text and what
/// Java takes for one depends on the locale; what people see of a name is sanitised and goes one
/// way only.
@NullMarked
package org.gatehouse.prompt.files;

import org.jspecify.annotations.NullMarked;
