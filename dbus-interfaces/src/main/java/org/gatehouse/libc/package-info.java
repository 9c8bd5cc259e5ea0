/// The calls into the C library that Java has no API for: sockets with descriptors, pidfds, stat.
///
/// Start at [Libc]. Symbols are looked up with `dlsym` in the global scope, so that a library
/// preloaded over libc is seen as any C program would see it. Layouts are those of 64-bit Linux.
@NullMarked
package org.gatehouse.libc;

import org.jspecify.annotations.NullMarked;
