package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.libc.NativeFiles;
import org.jspecify.annotations.Nullable;

/// What is in a file. One for each thread.
///
/// Whether the app still may is asked each time: what it has open is worth nothing without a grant.
final class Contents {

    private static final int OPEN_REPLY = 16;
    private static final int WRITE_REPLY = 8;
    private static final int WRITTEN = 40;
    private static final int O_APPEND = 02000;
    private static final int O_NONBLOCK = 04000;
    private static final int O_SYNC = 04010000;
    private static final int O_NOATIME = 01000000;

    /// What is passed on of an app's flags; the rest is the kernel's doing, or about the name.
    static final int PASSED_ON =
            NativeFiles.O_ACCMODE
                    | NativeFiles.O_TRUNC
                    | O_APPEND
                    | O_NONBLOCK
                    | O_SYNC
                    | O_NOATIME;

    private final DocumentTree tree;
    private final RecordLocks locks;
    private final NativeFiles calls;

    Contents(DocumentTree tree, RecordLocks locks, NativeFiles calls) {
        this.tree = tree;
        this.locks = locks;
        this.calls = calls;
    }

    /// FUSE_OPEN: a `struct fuse_open_in`; the answer is a `struct fuse_open_out`.
    int open(FuseRequest request, FuseReply reply) {
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.EISDIR;
        }
        int flags = request.int32(0);
        var view = node.folder().view();
        boolean may = changes(flags) ? view.mayWrite(tree.table()) : view.mayRead(tree.table());
        if (!may) {
            return -Errno.EACCES;
        }
        int file = calls.reopen(node.descriptor(), flags & PASSED_ON);
        if (file < 0) {
            return file;
        }
        reply.zeros(OPEN_REPLY);
        reply.opened(0, tree.open().add(new OpenFile(node, file)));
        return 0;
    }

    /// Whether what is opened so can change the file.
    static boolean changes(int flags) {
        return (flags & (NativeFiles.O_ACCMODE | NativeFiles.O_TRUNC)) != 0;
    }

    /// FUSE_READ: a `struct fuse_read_in`; the answer is what was read.
    int read(FuseRequest request, FuseReply reply) {
        var file = readable(request.int64(0));
        if (file == null) {
            return -Errno.EACCES;
        }
        long size = Math.min(Integer.toUnsignedLong(request.int32(16)), reply.room());
        long got =
                calls.contents().read(file.descriptor(), reply.address(), size, request.int64(8));
        reply.setLength(got);
        return (int) Math.min(0, got);
    }

    /// FUSE_WRITE: a `struct fuse_write_in` and the bytes; the answer is a `struct fuse_write_out`.
    int write(FuseRequest request, FuseReply reply) {
        var file = writable(request.int64(0));
        if (file == null) {
            return -Errno.EACCES;
        }
        long size = Integer.toUnsignedLong(request.int32(16));
        long done =
                calls.contents()
                        .write(file.descriptor(), request.address(WRITTEN), size, request.int64(8));
        return counted(done, reply);
    }

    private static int counted(long done, FuseReply reply) {
        reply.zeros(WRITE_REPLY);
        reply.int32(0, (int) done);
        return (int) Math.min(0, done);
    }

    /// What is open under a number; null if it may not be read now.
    private @Nullable OpenFile readable(long number) {
        var file = tree.open().file(number);
        return file != null && file.node().folder().view().mayRead(tree.table()) ? file : null;
    }

    /// What is open under a number; null if it may not be changed now.
    private @Nullable OpenFile writable(long number) {
        var file = tree.open().file(number);
        return file != null && file.node().folder().view().mayWrite(tree.table()) ? file : null;
    }

    /// FUSE_FLUSH, a `struct fuse_flush_in`: one of the descriptors of an open file is closed, and
    /// with it go the record locks of its process, as POSIX wants it.
    int flush(FuseRequest request) {
        locks.release(request.node(), request.int64(16), calls);
        return 0;
    }

    /// FUSE_RELEASE, FUSE_RELEASEDIR: nobody has it open any longer.
    int release(FuseRequest request) {
        tree.open().close(request.int64(0), calls);
        return 0;
    }

    /// FUSE_FSYNC: a `struct fuse_fsync_in`.
    int sync(FuseRequest request) {
        var file = readable(request.int64(0));
        if (file == null) {
            return -Errno.EACCES;
        }
        return calls.contents().sync(file.descriptor(), (request.int32(8) & 1) != 0);
    }

    /// FUSE_LSEEK, for what is there and for holes; the answer is a `struct fuse_lseek_out`.
    int seek(FuseRequest request, FuseReply reply) {
        var file = readable(request.int64(0));
        if (file == null) {
            return -Errno.EACCES;
        }
        long reached =
                calls.contents().seek(file.descriptor(), request.int64(8), request.int32(16));
        reply.zeros(WRITE_REPLY);
        reply.int64(0, reached);
        return (int) Math.min(0, reached);
    }

    /// FUSE_FALLOCATE: a `struct fuse_fallocate_in`.
    int allocate(FuseRequest request) {
        var file = writable(request.int64(0));
        if (file == null) {
            return -Errno.EACCES;
        }
        return calls.contents()
                .allocate(
                        file.descriptor(), request.int32(24), request.int64(8), request.int64(16));
    }

    /// FUSE_COPY_FILE_RANGE: a `struct fuse_copy_file_range_in`; the answer is a `struct
    /// fuse_write_out`.
    int copy(FuseRequest request, FuseReply reply) {
        var from = readable(request.int64(0));
        var to = writable(request.int64(24));
        if (from == null || to == null) {
            return -Errno.EACCES;
        }
        long most = Math.min(request.int64(40), Integer.MAX_VALUE);
        long done =
                calls.contents()
                        .copy(
                                from.descriptor(),
                                request.int64(8),
                                to.descriptor(),
                                request.int64(32),
                                most);
        return counted(done, reply);
    }
}
