/// The kernel's protocol for file systems that a process serves (FUSE), and mounting one.
///
/// Start at [FuseConnection]: it reads requests from the device on threads of its own, has a
/// [FuseHandler] fill each [FuseReply], and tells the kernel what to forget. [FuseMount] puts it
/// into the tree and takes it out. The package knows nothing of documents.
///
/// Source: `linux/fuse.h`, protocol 7.38, as 64-bit Linux lays it out.
@NullMarked
package org.gatehouse.documents.fuse;

import org.jspecify.annotations.NullMarked;
