package org.gatehouse.documents.mount;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.libc.NativeFiles;

/// What is known of a file without looking into it. One for each thread.
final class Metadata {

    private static final int MAY_WRITE = 2;
    private static final int SET_MODE = 1;
    private static final int SET_USER = 1 << 1;
    private static final int SET_GROUP = 1 << 2;
    private static final int SET_SIZE = 1 << 3;
    private static final int SET_ACCESSED = 1 << 4;
    private static final int SET_MODIFIED = 1 << 5;
    private static final int WITH_OPEN_FILE = 1 << 6;
    private static final int ACCESSED_NOW = 1 << 7;
    private static final int MODIFIED_NOW = 1 << 8;
    private static final long UTIME_NOW = 0x3FFFFFFF;
    private static final long UTIME_OMIT = 0x3FFFFFFE;
    private static final int MODE_BITS = 0777;
    private static final int SPECIAL_BITS = 07000;
    private static final int STATFS_REPLY = 80;
    private static final int LONGEST_NAME = 255;
    private static final int BLOCK = 4096;

    private final DocumentTree tree;
    private final NativeFiles calls;
    private final MemorySegment scratch = Arena.ofAuto().allocate(256, 8);

    Metadata(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.calls = calls;
    }

    /// FUSE_GETATTR; the answer is a `struct fuse_attr_out`.
    int read(FuseRequest request, FuseReply reply) {
        return switch (tree.nodes().find(request.node())) {
            case null -> -Errno.ENOENT;
            case Node.Root root -> listed(root, reply);
            case Node.Apps apps -> listed(apps, reply);
            case Node.App app -> listed(app, reply);
            case DocumentFolder folder when !folder.view().mayRead(tree.table()) -> -Errno.EACCES;
            case DocumentFolder folder -> {
                Attributes.virtual(reply, tree, folder.id(), FolderModes.of(folder.view(), tree));
                yield 0;
            }
            case RealNode real -> real(real, reply);
        };
    }

    private int listed(Node node, FuseReply reply) {
        Attributes.virtual(reply, tree, node.id(), FolderModes.LISTED);
        return 0;
    }

    private int real(RealNode node, FuseReply reply) {
        var view = node.folder().view();
        if (!view.mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        int error = calls.examine(node.descriptor());
        if (error == 0) {
            Attributes.real(reply, calls.status(), view.mayWrite(tree.table()));
        }
        return error;
    }

    /// FUSE_SETATTR: a `struct fuse_setattr_in`; the answer is a `struct fuse_attr_out`.
    int change(FuseRequest request, FuseReply reply) {
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)
                || !node.folder().view().mayWrite(tree.table())) {
            return -Errno.EACCES;
        }
        int what = request.int32(0);
        int error = 0;
        if ((what & SET_MODE) != 0) {
            error = setMode(node, request.int32(68));
        }
        if (error == 0 && (what & (SET_USER | SET_GROUP)) != 0) {
            int user = (what & SET_USER) != 0 ? request.int32(76) : -1;
            int group = (what & SET_GROUP) != 0 ? request.int32(80) : -1;
            error = calls.setOwner(node.descriptor(), user, group);
        }
        if (error == 0 && (what & SET_SIZE) != 0) {
            long open = (what & WITH_OPEN_FILE) != 0 ? request.int64(8) : 0;
            error = truncate(node, open, request.int64(16));
        }
        if (error == 0 && (what & (SET_ACCESSED | SET_MODIFIED)) != 0) {
            error = setTimes(node, what, request);
        }
        return error < 0 ? error : real(node, reply);
    }

    /// What the host has beyond the permission bits stays as it is.
    private int setMode(RealNode node, int mode) {
        int error = calls.examine(node.descriptor());
        if (error < 0) {
            return error;
        }
        int special = calls.status().mode() & SPECIAL_BITS;
        return calls.setMode(node.descriptor(), special | (mode & MODE_BITS));
    }

    private int truncate(RealNode node, long open, long size) {
        var file = tree.open().file(open);
        if (file != null) {
            return calls.contents().truncate(file.descriptor(), size);
        }
        int opened = calls.reopen(node.descriptor(), NativeFiles.O_WRONLY);
        if (opened < 0) {
            return opened;
        }
        int error = calls.contents().truncate(opened, size);
        calls.close(opened);
        return error;
    }

    private int setTimes(RealNode node, int what, FuseRequest request) {
        time(0, what, SET_ACCESSED, ACCESSED_NOW, request.int64(32), request.int32(56));
        time(16, what, SET_MODIFIED, MODIFIED_NOW, request.int64(40), request.int32(60));
        return calls.setTimes(node.descriptor(), scratch.address());
    }

    private void time(int at, int what, int set, int now, long seconds, long nanos) {
        long given = (what & now) != 0 ? UTIME_NOW : nanos;
        scratch.set(JAVA_LONG, at, seconds);
        scratch.set(JAVA_LONG, at + 8, (what & set) == 0 ? UTIME_OMIT : given);
    }

    /// FUSE_ACCESS: what access(2) asks; what is not on the host may be read and listed.
    int access(FuseRequest request) {
        int mask = request.int32(0);
        boolean wantsToWrite = (mask & MAY_WRITE) != 0;
        return switch (tree.nodes().find(request.node())) {
            case null -> -Errno.ENOENT;
            case Node.Root _, Node.Apps _, Node.App _ -> wantsToWrite ? -Errno.EACCES : 0;
            case DocumentFolder folder -> {
                boolean writable = FolderModes.of(folder.view(), tree) != FolderModes.LISTED;
                boolean readable = folder.view().mayRead(tree.table());
                yield !readable || (wantsToWrite && !writable) ? -Errno.EACCES : 0;
            }
            case RealNode real -> {
                var view = real.folder().view();
                boolean may =
                        wantsToWrite ? view.mayWrite(tree.table()) : view.mayRead(tree.table());
                yield may ? calls.mayAccess(real.descriptor(), mask) : -Errno.EACCES;
            }
        };
    }

    /// FUSE_READLINK; the answer is the text.
    int readLink(FuseRequest request, FuseReply reply) {
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.EINVAL;
        }
        if (!node.folder().view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        int length = calls.readLink(node.descriptor(), reply.address(), BLOCK);
        reply.setLength(length);
        return Math.min(0, length);
    }

    /// FUSE_STATFS; the answer is a `struct fuse_kstatfs`.
    int fileSystem(FuseRequest request, FuseReply reply) {
        reply.zeros(STATFS_REPLY);
        reply.int32(40, BLOCK);
        reply.int32(44, LONGEST_NAME);
        reply.int32(48, BLOCK);
        int descriptor =
                switch (tree.nodes().find(request.node())) {
                    case RealNode real -> real.descriptor();
                    case DocumentFolder folder -> folder.lastAnchor();
                    case null, default -> -1;
                };
        if (descriptor < 0) {
            return 0;
        }
        int error = calls.fileSystem(descriptor, scratch.address());
        if (error == 0) {
            describe(reply);
        }
        return error;
    }

    /// From `struct statfs`.
    private void describe(FuseReply reply) {
        for (int i = 0; i < 5; i++) {
            reply.int64(8 * i, scratch.get(JAVA_LONG, 16 + 8 * i));
        }
        reply.int32(40, (int) scratch.get(JAVA_LONG, 8));
        reply.int32(44, (int) scratch.get(JAVA_LONG, 64));
        reply.int32(48, (int) scratch.get(JAVA_LONG, 72));
    }
}
