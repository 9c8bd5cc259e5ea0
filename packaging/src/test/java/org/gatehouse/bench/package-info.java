/// How fast and how big: the operations of apps and tools, timed the same way for any
/// implementation.
///
/// Started by `packaging/bench`, which gives each implementation a private desktop and passes the
/// names of groups to [Bench]. Knows the bus names only, not who serves them.
@NullMarked
package org.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
