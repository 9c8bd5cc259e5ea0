package org.gatehouse.documents.mount;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseHandler;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.documents.fuse.Opcode;
import org.gatehouse.libc.NativeFiles;

/// Record locks, asked for with a `struct fuse_lk_in`. One for each thread.
final class Locks {

    private static final int OF_FLOCK = 1;
    private static final int LOCK_REPLY = 24;
    private static final long LATELY_SECONDS = 2;

    private final DocumentTree tree;
    private final RecordLocks locks;
    private final NativeFiles calls;

    Locks(DocumentTree tree, RecordLocks locks, NativeFiles calls) {
        this.tree = tree;
        this.locks = locks;
        this.calls = calls;
    }

    /// FUSE_GETLK: what is in the way; the answer is a `struct fuse_lk_out`.
    int find(FuseRequest request, FuseReply reply) {
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.EBADF;
        }
        if (!node.folder().view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        int error = locks.find(node, request.int64(8), range(request), calls);
        if (error < 0) {
            return error;
        }
        var found = calls.contents().foundLock();
        long start = found.get(JAVA_LONG, 8);
        long length = found.get(JAVA_LONG, 16);
        reply.zeros(LOCK_REPLY);
        reply.int64(0, start);
        reply.int64(8, length == 0 ? Long.MAX_VALUE : start + length - 1);
        reply.int32(16, found.get(JAVA_SHORT, 0));
        reply.int32(20, Math.max(0, found.get(JAVA_INT, 24)));
        return 0;
    }

    /// FUSE_SETLK, FUSE_SETLKW; the latter is answered when the lock can be had.
    int set(FuseRequest request) {
        if ((request.int32(40) & OF_FLOCK) != 0) {
            return -Errno.ENOSYS;
        }
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.EBADF;
        }
        if (!node.folder().view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        long owner = request.int64(8);
        int error = locks.set(node, owner, range(request), calls);
        if (error == 0 && request.int32(32) != RecordLocks.UNLOCK && mayBeStale(node)) {
            locks.refresh(request.unique(), node);
            return FuseHandler.NO_REPLY;
        }
        if (error != -Errno.EAGAIN || request.opcode() == Opcode.SETLK) {
            return error;
        }
        locks.await(request.unique(), node, owner, range(request));
        return FuseHandler.NO_REPLY;
    }

    /// Whether the file was written so lately that its times may not tell of all of it.
    private boolean mayBeStale(RealNode node) {
        int error = calls.examine(node.descriptor());
        long now = System.currentTimeMillis() / 1000;
        return error == 0 && now - calls.status().modified() <= LATELY_SECONDS;
    }

    private static RecordLocks.Range range(FuseRequest request) {
        long start = request.int64(16);
        long end = request.int64(24);
        return new RecordLocks.Range(
                request.int32(32), start, end == Long.MAX_VALUE ? 0 : end - start + 1);
    }

    /// FUSE_INTERRUPT: nobody waits for the answer to that request any longer.
    int interrupt(FuseRequest request) {
        locks.interrupt(request.int64(0));
        return FuseHandler.NO_REPLY;
    }
}
