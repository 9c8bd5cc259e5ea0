package org.gatehouse.documents.mount;

import org.gatehouse.documents.fuse.Errno;
import org.gatehouse.documents.fuse.FuseReply;
import org.gatehouse.documents.fuse.FuseRequest;
import org.gatehouse.documents.mount.Lookups.Asked;
import org.gatehouse.documents.mount.Places.BesideFile;
import org.gatehouse.documents.mount.Places.InFolder;
import org.gatehouse.documents.mount.Places.Refused;
import org.gatehouse.libc.Descriptor;
import org.gatehouse.libc.NativeFiles;

/// Makes and removes what is in folders. One for each thread.
final class Changes {

    private static final int CREATED = Attributes.ENTRY;
    private static final int CREATE_REPLY = CREATED + 16;
    private static final int MODE_BITS = 0777;
    private static final int TYPE = 0170000;
    private static final int DEVICE_OF_CHARACTERS = 0020000;
    private static final int DEVICE_OF_BLOCKS = 0060000;

    private final DocumentTree tree;
    private final Lookups lookups;
    private final Places places;
    private final NativeFiles calls;
    private final Names names = new Names();

    Changes(DocumentTree tree, Lookups lookups, NativeFiles calls) {
        this.tree = tree;
        this.lookups = lookups;
        this.places = new Places(tree, calls);
        this.calls = calls;
    }

    /// FUSE_CREATE: a `struct fuse_create_in` and a name; the answer is a `struct fuse_entry_out`
    /// and a `struct fuse_open_out`.
    int create(FuseRequest request, FuseReply reply) {
        int flags = request.int32(0) & (Contents.PASSED_ON | NativeFiles.O_EXCL);
        int mode = request.int32(4) & MODE_BITS;
        return switch (places.of(request.node())) {
            case Refused refused -> refused.error();
            case InFolder(var node) -> {
                int file = open(node.descriptor(), request.address(16), flags, mode);
                yield created(new Asked(node.folder(), node.id(), request, 16), file, reply);
            }
            case BesideFile place -> {
                int file = openBeside(place, request.name(16), flags, mode);
                var folder = place.folder();
                yield created(new Asked(folder, folder.id(), request, 16), file, reply);
            }
        };
    }

    private int openBeside(BesideFile place, String shown, int flags, int mode) {
        var known = place.onHost(shown);
        if (known != null) {
            return open(place.anchor(), names.first(known), flags, mode);
        }
        var hidden = Temporaries.nameOnHost(shown);
        int file = open(place.anchor(), names.first(hidden), flags | NativeFiles.O_EXCL, mode);
        if (file >= 0) {
            Temporaries.add(tree, place.folder(), shown, hidden);
        }
        return file;
    }

    /// A pipe that somebody else put there must not make us wait.
    private int open(int folder, long name, int flags, int mode) {
        int all = flags | NativeFiles.O_CREAT | Descriptor.O_NONBLOCK;
        return calls.open(folder, name, all, mode);
    }

    private int created(Asked asked, int file, FuseReply reply) {
        if (file < 0) {
            return file;
        }
        int pinned = calls.reopen(file, Descriptor.O_PATH);
        int error = pinned < 0 ? pinned : lookups.pinnedEntry(asked, pinned, true, reply);
        if (error < 0) {
            calls.close(file);
            return error;
        }
        var node = (RealNode) tree.nodes().find(reply.readInt64(0));
        if (node == null) {
            calls.close(file);
            return -Errno.ENOENT;
        }
        reply.opened(CREATED, tree.open().add(new OpenFile(node, file)));
        reply.setLength(CREATE_REPLY);
        return 0;
    }

    /// FUSE_MKNOD: a `struct fuse_mknod_in` and a name; the answer is a `struct fuse_entry_out`.
    int makeNode(FuseRequest request, FuseReply reply) {
        int mode = request.int32(0) & (TYPE | MODE_BITS);
        int type = mode & TYPE;
        if (type == DEVICE_OF_CHARACTERS || type == DEVICE_OF_BLOCKS) {
            return -Errno.EPERM;
        }
        return inFolder(request, 16, reply, (folder, name) -> calls.makeNode(folder, name, mode));
    }

    /// FUSE_MKDIR: a `struct fuse_mkdir_in` and a name; the answer is a `struct fuse_entry_out`.
    int makeFolder(FuseRequest request, FuseReply reply) {
        int mode = request.int32(0) & MODE_BITS;
        return inFolder(request, 8, reply, (folder, name) -> calls.makeFolder(folder, name, mode));
    }

    /// FUSE_SYMLINK: a name and a text; the answer is a `struct fuse_entry_out`.
    int makeLink(FuseRequest request, FuseReply reply) {
        long text = request.address(request.nameLength(0) + 1);
        return inFolder(request, 0, reply, (folder, name) -> calls.makeLink(text, folder, name));
    }

    /// FUSE_LINK: a `struct fuse_link_in` and a name; the answer is a `struct fuse_entry_out`.
    int link(FuseRequest request, FuseReply reply) {
        if (!(tree.nodes().find(request.int64(0)) instanceof RealNode linked)) {
            return -Errno.EPERM;
        }
        if (places.of(request.node()) instanceof InFolder(var node)
                && node.folder() != linked.folder()) {
            return -Errno.EXDEV;
        }
        return inFolder(
                request, 8, reply, (folder, name) -> calls.link(linked.descriptor(), folder, name));
    }

    @FunctionalInterface
    private interface Making {
        /// 0, or a negated error number.
        int make(int folder, long name);
    }

    /// Makes something that only real folders take.
    private int inFolder(FuseRequest request, int at, FuseReply reply, Making making) {
        return switch (places.of(request.node())) {
            case Refused refused -> refused.error();
            case BesideFile _ -> -Errno.EPERM;
            case InFolder(var node) -> {
                long name = request.address(at);
                int error = making.make(node.descriptor(), name);
                yield error < 0
                        ? error
                        : lookups.entry(
                                new Asked(node.folder(), node.id(), request, at),
                                node.descriptor(),
                                name,
                                false,
                                reply);
            }
        };
    }

    /// FUSE_UNLINK: a name.
    int unlink(FuseRequest request) {
        return switch (places.of(request.node())) {
            case Refused refused -> refused.error();
            case InFolder(var node) -> calls.unlink(node.descriptor(), request.address(0));
            case BesideFile place -> {
                var shown = request.name(0);
                var onHost = place.onHost(shown);
                if (onHost == null) {
                    yield -Errno.ENOENT;
                }
                int error = calls.unlink(place.anchor(), names.first(onHost));
                if (error == 0 && shown.equals(place.name())) {
                    tree.table().emptied(place.folder().view().document());
                } else if (error == 0) {
                    Temporaries.remove(tree, place.folder(), shown, calls);
                }
                yield error;
            }
        };
    }

    /// FUSE_RMDIR: a name.
    int removeFolder(FuseRequest request) {
        return switch (places.of(request.node())) {
            case Refused refused -> refused.error();
            case InFolder(var node) -> calls.removeFolder(node.descriptor(), request.address(0));
            case BesideFile _ -> -Errno.ENOTDIR;
        };
    }
}
