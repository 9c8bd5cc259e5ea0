package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.libc.NativeStatus;

/// Writes `struct fuse_attr` and what is around it.
///
/// What is on the host is never kept by the kernel: it may change at any moment. What is not, it
/// may keep for a minute, and is told when it must not.
final class Attributes {

    static final int ENTRY = 128;
    static final int ATTRIBUTE_REPLY = 104;

    private static final int IN_ENTRY = 40;
    private static final int IN_ATTRIBUTE_REPLY = 16;
    private static final int VIRTUAL_SECONDS = 60;
    private static final int FOLDER = 0040000;
    private static final int SPECIAL_BITS = 07000;
    private static final int WRITE_BITS = 0222;
    private static final int BLOCK = 4096;

    private Attributes() {}

    /// `struct fuse_entry_out` of something on the host.
    static void realEntry(FuseReply reply, long node, NativeStatus status, boolean writable) {
        reply.zeros(ENTRY);
        reply.int64(0, node);
        real(reply, IN_ENTRY, status, writable);
    }

    /// `struct fuse_attr_out` of something on the host.
    static void real(FuseReply reply, NativeStatus status, boolean writable) {
        reply.zeros(ATTRIBUTE_REPLY);
        real(reply, IN_ATTRIBUTE_REPLY, status, writable);
    }

    /// `struct fuse_entry_out` of a folder that is not on the host.
    static void virtualEntry(FuseReply reply, DocumentTree tree, long node, int mode) {
        reply.zeros(ENTRY);
        reply.int64(0, node);
        reply.int64(16, VIRTUAL_SECONDS);
        reply.int64(24, VIRTUAL_SECONDS);
        virtual(reply, IN_ENTRY, tree, node, mode);
    }

    /// `struct fuse_attr_out` of a folder that is not on the host.
    static void virtual(FuseReply reply, DocumentTree tree, long node, int mode) {
        reply.zeros(ATTRIBUTE_REPLY);
        reply.int64(0, VIRTUAL_SECONDS);
        virtual(reply, IN_ATTRIBUTE_REPLY, tree, node, mode);
    }

    private static void virtual(FuseReply reply, int at, DocumentTree tree, long node, int mode) {
        reply.int64(at, node);
        reply.int32(at + 60, FOLDER | mode);
        reply.int32(at + 64, 2);
        reply.int32(at + 68, tree.user());
        reply.int32(at + 72, tree.group());
        reply.int32(at + 80, BLOCK);
    }

    private static void real(FuseReply reply, int at, NativeStatus status, boolean writable) {
        reply.int64(at, inode(status.device(), status.inode()));
        reply.int64(at + 8, status.size());
        reply.int64(at + 16, status.blocks());
        reply.int64(at + 24, status.accessed());
        reply.int64(at + 32, status.modified());
        reply.int64(at + 40, status.changed());
        reply.int32(at + 48, status.accessedNanos());
        reply.int32(at + 52, status.modifiedNanos());
        reply.int32(at + 56, status.changedNanos());
        reply.int32(at + 60, shownMode(status.mode(), writable));
        reply.int32(at + 64, status.links());
        reply.int32(at + 68, status.user());
        reply.int32(at + 72, status.group());
        reply.int32(at + 76, status.representedDevice());
        reply.int32(at + 80, status.blockSize());
    }

    /// A number that tells files apart which are on several devices.
    static long inode(long device, long inode) {
        return inode ^ device << 44;
    }

    /// What an app sees of a mode: it cannot gain rights by it, and is not told that it may write
    /// where it may not.
    static int shownMode(int mode, boolean writable) {
        int shown = mode & ~SPECIAL_BITS;
        return writable ? shown : shown & ~WRITE_BITS;
    }
}
