package org.gatehouse.documents.mount;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.gatehouse.documents.Document;
import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.libc.NativeFiles;

/// Extended attributes: those of the real file, and one of ours. One for each thread.
///
/// Ours is not listed, so that nothing that copies files puts it on the host.
final class ExtendedAttributes {

    private static final String HOST_PATH = "user.document-portal.host-path";
    private static final String CHANGEABLE = "user.";
    private static final int ROOM = 4096;
    private static final int SIZE_REPLY = 8;

    private final DocumentTree tree;
    private final NativeFiles calls;
    private final MemorySegment scratch = Arena.ofAuto().allocate(ROOM);

    ExtendedAttributes(DocumentTree tree, NativeFiles calls) {
        this.tree = tree;
        this.calls = calls;
    }

    /// FUSE_GETXATTR: a `struct fuse_getxattr_in` and a name; the answer is the value, or its size
    /// in a `struct fuse_getxattr_out` if there is no room for any.
    int get(FuseRequest request, FuseReply reply) {
        var node = tree.nodes().find(request.node());
        int room = request.int32(0);
        boolean wantsHostPath = request.name(8).equals(HOST_PATH);
        return switch (node) {
            case DocumentFolder folder when wantsHostPath -> parent(folder, room, reply);
            case RealNode real when !real.folder().view().mayRead(tree.table()) -> -Errno.EACCES;
            case RealNode real when wantsHostPath -> place(real, room, reply);
            case RealNode real -> {
                int most = Math.min(room, reply.room());
                int size =
                        calls.attributesOf(real.descriptor())
                                .get(request.address(8), reply.address(), most);
                yield sized(size, room, reply);
            }
            case null, default -> -Errno.ENODATA;
        };
    }

    /// Of what holds one file: where that is.
    private int parent(DocumentFolder folder, int room, FuseReply reply) {
        var document = tree.document(folder.view());
        if (document.isEmpty() || !folder.view().mayRead(tree.table())) {
            return -Errno.EACCES;
        }
        if (document.get().isDirectory()) {
            return -Errno.ENODATA;
        }
        var bytes = document.get().path().parent().bytes();
        MemorySegment.copy(bytes, 0, scratch, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return value(bytes.length, room, reply);
    }

    /// Where the file is now; one that has been deleted is nowhere.
    private int place(RealNode node, int room, FuseReply reply) {
        if (calls.examine(node.descriptor()) == 0 && calls.status().links() == 0) {
            return -Errno.ENODATA;
        }
        int length = calls.place(node.descriptor(), scratch.address(), ROOM);
        return length < 0 ? length : value(length, room, reply);
    }

    private int value(int length, int room, FuseReply reply) {
        if (room != 0 && room < length) {
            return -Errno.ERANGE;
        }
        if (room != 0) {
            reply.copy(scratch, 0, 0, length);
        }
        return sized(length, room, reply);
    }

    private static int sized(int size, int room, FuseReply reply) {
        if (size < 0) {
            return size;
        }
        if (room == 0) {
            reply.zeros(SIZE_REPLY);
            reply.int32(0, size);
        } else {
            reply.setLength(size);
        }
        return 0;
    }

    /// FUSE_LISTXATTR: as [#get], without a name.
    int list(FuseRequest request, FuseReply reply) {
        int room = request.int32(0);
        return switch (tree.nodes().find(request.node())) {
            case RealNode real when !real.folder().view().mayRead(tree.table()) -> -Errno.EACCES;
            case RealNode real -> {
                int most = Math.min(room, reply.room());
                int size = calls.attributesOf(real.descriptor()).list(reply.address(), most);
                yield sized(size, room, reply);
            }
            case null, default -> sized(0, room, reply);
        };
    }

    /// FUSE_SETXATTR: a `struct fuse_setxattr_in` of 8 bytes, a name, a value.
    int set(FuseRequest request) {
        int refused = refused(request.node(), request.name(8));
        if (refused < 0) {
            return refused;
        }
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.ENOENT;
        }
        int value = 8 + request.nameLength(8) + 1;
        return calls.attributesOf(node.descriptor())
                .set(
                        request.address(8),
                        request.address(value),
                        request.int32(0),
                        request.int32(4));
    }

    /// FUSE_REMOVEXATTR: a name.
    int remove(FuseRequest request) {
        int refused = refused(request.node(), request.name(0));
        if (refused < 0) {
            return refused;
        }
        if (!(tree.nodes().find(request.node()) instanceof RealNode node)) {
            return -Errno.ENOENT;
        }
        return calls.attributesOf(node.descriptor()).remove(request.address(0));
    }

    /// Only files of a folder have attributes that may be changed. For others than the user's it is
    /// said that there are none: who copies an access control list then sets the mode instead.
    private int refused(long id, String name) {
        if (name.equals(HOST_PATH)) {
            return -Errno.EPERM;
        }
        if (!(tree.nodes().find(id) instanceof RealNode node)
                || !node.folder().view().mayWrite(tree.table())) {
            return -Errno.EACCES;
        }
        if (!name.startsWith(CHANGEABLE)) {
            return -Errno.EOPNOTSUPP;
        }
        var document = tree.document(node.folder().view());
        return document.filter(Document::isDirectory).isPresent() ? 0 : -Errno.EACCES;
    }
}
